#include "pack/operators.h"

#include <algorithm>

#include "base/suggest.h"
#include "pack/rule_reading.h"
#include "pack/terms.h"
#include "rdf/namespaces.h"

namespace testudo::pack {
namespace {

// The keys of cues, by CueKind.
constexpr std::array<std::string_view, kCueKinds> kCueKeys = {
    "verb",        "modal",       "adjective",  "noun",   "adverb",
    "conjunction", "preposition", "determiner", "pronoun"};

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const std::size_t space = text.find(' ');
    if (space != 0) words.emplace_back(text.substr(0, space));
    text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
  }
  return words;
}

bool same_effect(const Operator& x, const Operator& y) {
  return x.modality == y.modality && x.negates == y.negates && x.holder == y.holder &&
         x.weak == y.weak && x.keeps_negation == y.keeps_negation &&
         x.lends_subject == y.lends_subject;
}

}  // namespace

class OperatorReader {
 public:
  OperatorReader(const rdf::Graph& graph, english::Vocabulary& vocabulary, Diagnostics& problems)
      : g_(graph), vocabulary_(vocabulary), problems_(problems) {}

  OperatorTable run() {
    std::vector<rdf::Node> subjects;
    for (const rdf::Node node : g_.subjects(g_.iri(rdf::kRdfType), g_.iri(terms::kOperator))) {
      if (node.is_iri())
        subjects.push_back(node);
      else
        problems_.error(g_.place(node), "an operator needs an IRI, so that messages can name it");
    }
    std::ranges::sort(subjects, {}, [](rdf::Node n) { return n.value(); });
    for (const rdf::Node node : subjects) read(node);
    lay_out();
    return std::move(table_);
  }

 private:
  void error(const Place& place, std::string message, std::string suggestion = {}) {
    problems_.error(place, op_.name + ": " + std::move(message), std::move(suggestion));
  }

  void read(rdf::Node node) {
    op_ = {};
    op_.iri = std::string(node.value());
    op_.name = g_.shorten(op_.iri);
    new_cues_.clear();
    for (const auto& [predicate, object] : g_.predicates_objects(node))
      read_key(predicate, object, g_.place(node, predicate, object));
    const Place place = g_.place(node);
    if (new_cues_.empty()) error(place, "has no word; give it a t:verb, t:noun, t:adverb, …");
    if (op_.label.empty()) problems_.warning(place, op_.name + " has no rdfs:label");
    const bool effect =
        op_.modality || op_.negates || op_.holder != HolderSource::None || op_.lends_subject;
    if (!effect) error(place, "says nothing; give it kb:modality, kb:polarity or kb:holder");
    add_cues();
    table_.operators_.push_back(std::move(op_));
  }

  void read_key(rdf::Node predicate, rdf::Node object, const Place& place) {
    const std::string_view key = predicate.value();
    if (key == rdf::kRdfsLabel) {
      op_.label = std::string(object.value());
    } else if (key == terms::kModality) {
      op_.modality = modality_of(object.value());
      if (!op_.modality) {
        error(place, "unknown modality " + g_.shorten(object), modality_meant(object.value()));
      }
    } else if (key == terms::kPolarity) {
      const auto polarity = polarity_of(object.value());
      op_.negates = polarity == Polarity::Negative;
      if (!polarity) {
        error(place, "unknown polarity " + g_.shorten(object), polarity_meant(object.value()));
      }
    } else if (key == terms::kHolder) {
      op_.holder = object.value() == terms::kSubject  ? HolderSource::Subject
                   : object.value() == terms::kObject ? HolderSource::Object
                                                      : HolderSource::None;
      if (op_.holder == HolderSource::None)
        error(place, "an operator's holder is t:Subject or t:Object");
    } else if (key == terms::kWeak) {
      op_.weak = object.value() == "true";
    } else if (key == terms::kKeepsNegation) {
      op_.keeps_negation = object.value() == "true";
    } else if (key == terms::kLendsSubject) {
      op_.lends_subject = object.value() == "true";
    } else if (key.starts_with(terms::kT)) {
      read_cue(key, object, place);
    }
  }

  void read_cue(std::string_view key, rdf::Node object, const Place& place) {
    const auto kind = std::ranges::find(kCueKeys, key.substr(terms::kT.size()));
    if (kind == kCueKeys.end()) {
      std::vector<std::string> names = {"t:weak", "t:keepsNegation", "t:lendsSubject"};
      for (const std::string_view known : kCueKeys) names.push_back("t:" + std::string(known));
      return error(place, "unknown key " + g_.shorten(key), did_you_mean(g_.shorten(key), names));
    }
    Cue cue;
    cue.op = static_cast<std::uint32_t>(table_.operators_.size());
    for (const std::string& word : split(object.value()))
      cue.words.push_back(vocabulary_.add(english::to_lower(word)));
    if (cue.words.empty()) return error(place, "an empty word");
    new_cues_.push_back({static_cast<std::size_t>(kind - kCueKeys.begin()), std::move(cue), place});
  }

  void add_cues() {
    for (NewCue& one : new_cues_) {
      std::vector<Cue>& cues = table_.cues_[one.kind];
      const auto known = std::ranges::find(cues, one.cue.words, &Cue::words);
      if (known != cues.end()) {
        const Operator& other =
            known->op < table_.operators_.size() ? table_.operators_[known->op] : op_;
        if (!same_effect(other, op_)) {
          std::string text;
          for (const Symbol word : one.cue.words)
            text += (text.empty() ? "" : " ") + std::string(vocabulary_.text(word));
          error(one.place,
                "\"" + text + "\" is also a word of " + other.name + ", which says something else");
        }
        continue;
      }
      cues.push_back(std::move(one.cue));
    }
  }

  void lay_out() {
    for (std::size_t kind = 0; kind < kCueKinds; ++kind) {
      std::vector<Cue>& cues = table_.cues_[kind];
      std::ranges::stable_sort(cues, [](const Cue& x, const Cue& y) {
        if (x.words.front() != y.words.front()) return x.words.front() < y.words.front();
        return x.words.size() > y.words.size();
      });
      std::vector<std::uint32_t>& starts = table_.starts_[kind];
      for (std::uint32_t i = 0; i < cues.size(); ++i) {
        const auto first = static_cast<std::size_t>(cues[i].words.front());
        while (starts.size() <= first) starts.push_back(i);
      }
      starts.push_back(static_cast<std::uint32_t>(cues.size()));
    }
  }

  struct NewCue {
    std::size_t kind;
    Cue cue;
    Place place;
  };

  const rdf::Graph& g_;
  english::Vocabulary& vocabulary_;
  Diagnostics& problems_;
  OperatorTable table_;
  Operator op_;
  std::vector<NewCue> new_cues_;
};

OperatorTable OperatorTable::read(const rdf::Graph& graph, english::Vocabulary& vocabulary,
                                  Diagnostics& problems) {
  return OperatorReader(graph, vocabulary, problems).run();
}

}  // namespace testudo::pack
