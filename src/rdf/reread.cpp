#include "rdf/reread.h"

#include <optional>

#include "rdf/graph.h"
#include "rdf/statement_reader.h"

namespace testudo::rdf {
namespace {

class Caller final : public StatementConsumer {
 public:
  Caller(Syntax syntax, const std::function<void(const Quad&)>& callback)
      : syntax_(syntax), callback_(&callback) {}

  void on_statement(const ReadStatement& s) override {
    if (failure_) return;
    (*callback_)({s.subject.view(), s.predicate.view(), s.object.view(),
                  s.graph ? s.graph->iri : std::string_view()});
  }
  void on_prefix(std::string_view, std::string_view) override {}
  bool on_error(LineColumn at, std::string message, std::string) override {
    failure_ = Error{std::move(message), Place::at(std::string(name(syntax_)), at.line, at.column)};
    return false;
  }

  Result<void> result() && {
    if (failure_) return *std::move(failure_);
    return {};
  }

 private:
  Syntax syntax_;
  const std::function<void(const Quad&)>* callback_;
  std::optional<Error> failure_;
};

}  // namespace

Result<void> parse_statements(std::string_view text, Syntax syntax,
                              const std::function<void(const Quad&)>& callback) {
  Caller caller(syntax, callback);
  StatementReader(text, {syntax, {}, {}, Graph::kNestingLimit}, caller).read();
  return std::move(caller).result();
}

}  // namespace testudo::rdf
