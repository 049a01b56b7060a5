#include "pack/term_check.h"

#include <set>
#include <tuple>
#include <unordered_map>

#include "base/suggest.h"
#include "rdf/namespaces.h"

namespace testudo::pack {
namespace {

class TermChecker {
 public:
  TermChecker(const rdf::Graph& graph, const Ontology& ontology, Diagnostics& problems)
      : g_(graph), ontology_(ontology), problems_(problems), type_(graph.iri(rdf::kRdfType)) {
    for (const Diagnostic& d : problems_)
      told_.emplace(d.place.source, d.place.line, d.place.column);
  }

  void run() {
    for (const rdf::Statement& s : g_.statements()) {
      if (!is_good(properties_, s.predicate, [&] { return is_property(s.predicate); })) {
        tell(s, "unknown property " + g_.shorten(s.predicate),
             did_you_mean(g_.shorten(s.predicate), property_names()));
      } else if (s.predicate == type_) {
        if (!is_good(classes_, s.object, [&] { return is_class(s.object); })) {
          tell(s, "unknown class " + g_.shorten(s.object),
               did_you_mean(g_.shorten(s.object), ontology_.class_names()));
        }
      } else if (!is_good(objects_, s.object, [&] { return is_described(s.object); })) {
        tell(s, "nothing is known of " + g_.shorten(s.object),
             did_you_mean(g_.shorten(s.object), names_beside(s.object)));
      }
    }
  }

 private:
  using Known = std::unordered_map<rdf::Node, bool>;

  // Most names come again and again: each is judged once.
  template <class Judge>
  static bool is_good(Known& known, rdf::Node node, const Judge& judge) {
    if (!node.is_iri()) return true;
    const auto [at, is_new] = known.try_emplace(node, true);
    if (is_new) at->second = judge();
    return at->second;
  }

  bool is_foreign(rdf::Node node) const { return !g_.knows_namespace(node.value()); }
  bool is_property(rdf::Node node) const {
    return is_foreign(node) || ontology_.find_property(node.value()).has_value();
  }
  bool is_class(rdf::Node node) const {
    return is_foreign(node) || ontology_.find_class(node.value()).has_value();
  }
  bool is_described(rdf::Node node) const { return is_foreign(node) || g_.is_subject(node); }

  std::vector<std::string> property_names() const {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < ontology_.property_count(); ++i)
      names.push_back(ontology_.info(static_cast<PropertyId>(i)).name);
    return names;
  }

  // What is described in the same namespace.
  std::vector<std::string> names_beside(rdf::Node node) const {
    const std::string own = g_.shorten(node);
    const std::string prefix = own.substr(0, own.find(':') + 1);
    std::vector<std::string> names;
    for (const rdf::Node subject : g_.all_subjects()) {
      if (!subject.is_iri()) continue;
      std::string name = g_.shorten(subject);
      if (name.starts_with(prefix)) names.push_back(std::move(name));
    }
    return names;
  }

  void tell(const rdf::Statement& s, const std::string& message, std::string suggestion) {
    const Place place = g_.place(s);
    if (told_.contains(std::tuple(place.source, place.line, place.column))) return;
    const std::string who = s.subject.is_iri() ? g_.shorten(s.subject) + ": " : std::string();
    problems_.error(place, who + message, std::move(suggestion));
  }

  const rdf::Graph& g_;
  const Ontology& ontology_;
  Diagnostics& problems_;
  rdf::Node type_;
  std::set<std::tuple<std::string, std::uint32_t, std::uint32_t>> told_;
  Known properties_;
  Known classes_;
  Known objects_;
};

}  // namespace

void check_terms(const rdf::Graph& graph, const Ontology& ontology, Diagnostics& problems) {
  TermChecker(graph, ontology, problems).run();
}

}  // namespace testudo::pack
