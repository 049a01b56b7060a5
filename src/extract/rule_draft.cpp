#include "extract/rule_draft.h"

#include <algorithm>
#include <set>

#include "english/vocabulary.h"
#include "extract/clause_view.h"
#include "extract/examples.h"
#include "extract/extractor.h"
#include "extract/fillers.h"
#include "rdf/namespaces.h"
#include "rdf/pname.h"

namespace testudo::extract {

using english::Analysis;
using english::ArgumentRole;
using english::Clause;
using english::ClauseKind;
using english::kNone;
using english::Tag;
using pack::ClassId;
using pack::Pack;

namespace {

constexpr std::size_t kColumns = 100;

// ---- gaps

// Verbs of which no rule of this kind can be made: copulas, and those that only say how something
// else holds.
bool is_predicate_of_rules(const Pack& pack, const Analysis& a, const Clause& clause) {
  const std::string_view lemma = a.words[clause.predicate].lemma;
  if (clause.group == kNone || lemma == "be" || lemma == "have" || lemma == "do") return false;
  if (!std::ranges::all_of(lemma, [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; }))
    return false;
  const auto cues = pack.operators().cues(pack::CueKind::Verb, a.symbols[clause.predicate].lemma);
  return std::ranges::none_of(cues, [](const pack::Cue& cue) { return cue.words.size() == 1; });
}

bool is_light(const Pack& pack, Symbol verb) {
  const pack::ExtractionWords& words = pack.words();
  return words.support_verbs.contains(verb) || words.occurrence_verbs.contains(verb) ||
         words.transparent_verbs.contains(verb);
}

bool is_actor(const Pack& pack, const FillerFinder& fillers, const Participant& p) {
  std::vector<Filler> found;
  const ClassId actor = pack.ontology().actor;
  if (actor == ClassId::None) return false;
  if (p.phrase != kNone ? !fillers.of_phrase(p.phrase, actor, found)
                        : !fillers.of_words(p.words, actor, found)) {
    return false;
  }
  return std::ranges::any_of(found, [](const Filler& f) {
    return f.kind == FillerKind::Entity || f.kind == FillerKind::Named;
  });
}

// How much a clause promises for a rule; 0: nothing.
int promise(const Pack& pack, const Analysis& a, const FillerFinder& fillers,
            const ClauseView& view, Gap& gap) {
  if (!is_predicate_of_rules(pack, a, view.clause())) return 0;
  bool others = false;
  gap.actor = {};
  for (const Participant& p : view.participants()) {
    const bool core = p.role == ArgumentRole::Subject || p.role == ArgumentRole::Object;
    others = others || (p.role != ArgumentRole::Subject && p.phrase != kNone && p.own);
    if (!core || !p.own || !gap.actor.empty() || !is_actor(pack, fillers, p)) continue;
    gap.actor = view.span_of(p);
    gap.subject = p.role == ArgumentRole::Subject;
  }
  if (gap.actor.empty()) return 0;
  const bool light = is_light(pack, a.symbols[view.clause().predicate].lemma);
  return 1 + (gap.subject ? 4 : 0) + (light ? 0 : 2) + (others ? 1 : 0);
}

// ---- Turtle

using Prefixes = std::map<std::string, std::string>;

// A term by its shortened name, whose prefix is noted; by its IRI where the name will not do.
std::string term(const std::string& iri, const std::string& name, Prefixes& prefixes) {
  const std::size_t colon = name.find(':');
  const std::string local = colon == std::string::npos ? name : name.substr(colon + 1);
  const bool good = colon != std::string::npos && iri.ends_with(local) && iri != name &&
                    !local.empty() && rdf::is_plain_local_name(local) &&
                    rdf::is_valid_prefix(name.substr(0, colon));
  if (!good) return "<" + iri + ">";
  prefixes[name.substr(0, colon)] = iri.substr(0, iri.size() - local.size());
  return name;
}

std::string kb(std::string_view local, Prefixes& prefixes) {
  const std::string name = "kb:" + std::string(local);
  return term(std::string(rdf::kKbNamespace) + std::string(local), name, prefixes);
}

std::string literal(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

// A literal over as many lines as it needs; its line breaks stand for the spaces that were there.
std::string long_literal(std::string_view text, std::size_t indent) {
  if (text.size() + indent + 8 <= kColumns) return literal(text);
  std::string out = "\"\"\"";
  std::size_t column = indent + 3;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(word.size() + 1, text.size()));
    const std::string inner = literal(word);
    const bool first = out.size() == 3;
    if (!first && column + word.size() + 5 > kColumns) {
      out += '\n';
      column = 0;
    } else if (!first) {
      out += ' ';
      ++column;
    }
    out += inner.substr(1, inner.size() - 2);
    column += inner.size() - 2;
  }
  return out + "\"\"\"";
}

// ---- a clause as a pattern

struct Slots {
  std::string pattern;
  std::string label = "to ";
  Prefixes prefixes;
  std::set<std::string> used;
};

class Sketcher {
 public:
  Sketcher(const Pack& pack, const Analysis& analysis)
      : pack_(pack), a_(analysis), fillers_(pack, analysis) {}

  // The clause as a pattern, and how it reads with "something" for its slots.
  Slots sketch(const Gap& gap) {
    view_.turn_to(pack_, a_, gap.sentence, {gap.clause, false});
    Slots out;
    add_subject(out);
    const Clause& clause = view_.clause();
    add_word(a_.words[clause.predicate].lemma, out);
    const std::uint32_t particle = a_.groups[clause.group].particle;
    if (particle != kNone) add_word(a_.text(particle), out);
    const Participant* object = first(ArgumentRole::Object);
    if (object == nullptr) object = first(ArgumentRole::Complement);
    const Participant* recipient = first(ArgumentRole::IndirectObject);
    if (object != nullptr && recipient != nullptr) add_slot("beneficiary", *recipient, out);
    if (object != nullptr) add_slot("object", *object, out);
    for (const Participant& p : view_.participants()) add_oblique(p, out);
    return out;
  }

  // Sentences that say what the clause says, the shortest first.
  std::vector<std::string> texts(const Gap& gap) {
    view_.turn_to(pack_, a_, gap.sentence, {gap.clause, false});
    std::vector<std::string> out;
    const std::string own = own_text();
    if (!own.empty()) out.push_back(sentence_of(own));
    out.push_back(sentence_of(std::string(a_.text(a_.sentences[gap.sentence].tokens))));
    return out;
  }

 private:
  // The first of a role that can fill a slot.
  const Participant* first(ArgumentRole role) const {
    for (const Participant& p : view_.participants()) {
      if (p.role == role && p.own && !fillers_of(p, ClassId::None).empty()) return &p;
    }
    return nullptr;
  }

  static void add_word(std::string_view word, Slots& out) {
    if (!out.pattern.empty()) out.pattern += ' ';
    out.pattern += english::to_lower(word);
    if (!out.label.ends_with(' ')) out.label += ' ';
    out.label += english::to_lower(word);
  }

  std::vector<Filler> fillers_of(const Participant& p, ClassId wanted) const {
    std::vector<Filler> found;
    if (p.phrase != kNone) {
      fillers_.of_phrase(p.phrase, wanted, found);
    } else {
      fillers_.of_words(p.words, wanted, found);
    }
    return found;
  }

  // The class that a rule would ask for where this one stands; None: any.
  ClassId class_of(const Participant& p) const {
    const pack::Ontology& ontology = pack_.ontology();
    if (is_actor(pack_, fillers_, p)) return ontology.actor;
    const std::vector<Filler> found = fillers_of(p, ClassId::None);
    if (found.empty()) return ClassId::None;
    ClassId c = found.front().entity_class;
    if (found.front().kind == FillerKind::Entity)
      c = pack_.lexicon()[found.front().index].classes.front();
    const bool bare = c == ClassId::None ||
                      (ontology.concept_ != ClassId::None && ontology.is_a(c, ontology.concept_));
    return bare ? ClassId::None : c;
  }

  std::string slot(const std::string& role, ClassId c, Slots& out) const {
    std::string written;
    if (c != ClassId::None) {
      const pack::ClassInfo& info = pack_.ontology().info(c);
      written = term(info.iri, info.name, out.prefixes);
    }
    out.used.insert(role);
    return "{" + role + (written.empty() || written.front() == '<' ? "" : ":" + written) + "}";
  }

  void add_subject(Slots& out) const {
    const Participant* subject = first(ArgumentRole::Subject);
    const ClassId c = subject == nullptr ? pack_.ontology().actor : class_of(*subject);
    out.pattern += slot("agent", c, out);
  }

  void add_slot(const std::string& role, const Participant& p, Slots& out) const {
    out.pattern += ' ' + slot(role, class_of(p), out);
    out.label += " something";
  }

  // The role that a preposition speaks for, until the curator knows better.
  static std::string role_of(const std::string& preposition, bool object_is_free) {
    static const std::map<std::string, std::string> kRoles = {
        {"with", "counterpart"}, {"against", "counterpart"}, {"for", "beneficiary"},
        {"to", "beneficiary"},   {"about", "topic"},         {"on", "topic"},
        {"over", "topic"},       {"because", "cause"},       {"into", "place"}};
    const auto known = kRoles.find(preposition);
    if (known != kRoles.end()) return known->second;
    return object_is_free ? "object" : "counterpart";
  }

  // Times and places are found without being asked for.
  bool is_circumstance(const Participant& p) const {
    if (p.preposition == kNone || p.phrase == kNone) return true;
    if (fillers_.is_time(a_.phrases[p.phrase].span)) return true;
    const Symbol word = a_.symbols[p.preposition].form;
    std::vector<Filler> found;
    return (word == pack_.words().in || word == pack_.words().at) &&
           fillers_.of_phrase(p.phrase, pack_.ontology().place, found);
  }

  void add_oblique(const Participant& p, Slots& out) const {
    if (p.role != ArgumentRole::Oblique || !p.own || is_circumstance(p)) return;
    if (fillers_of(p, ClassId::None).empty()) return;
    const std::string preposition = english::to_lower(a_.text(p.preposition));
    const std::string role = role_of(preposition, !out.used.contains("object"));
    if (out.used.contains(role)) return;
    const std::uint32_t begin = a_.phrases[p.phrase].span.begin;
    for (std::uint32_t t = p.preposition; t < begin; ++t) {
      if (a_.tag(t) != Tag::IN && a_.tag(t) != Tag::TO && t != p.preposition) break;
      add_word(a_.text(t), out);
    }
    add_slot(role, p, out);
  }

  TokenSpan with_possessors(std::uint32_t phrase) const {
    TokenSpan span = a_.phrases[phrase].span;
    for (std::uint32_t p = a_.phrases[phrase].possessor; p != kNone; p = a_.phrases[p].possessor)
      span.begin = a_.phrases[p].span.begin;
    return span;
  }

  // The words from the verb group to the last of the clause's own participants.
  TokenSpan predicate_span() const {
    TokenSpan span = a_.groups[view_.clause().group].span;
    span.end = std::max(span.end, view_.clause().predicate + 1);
    for (const Participant& p : view_.participants()) {
      const TokenSpan words = view_.span_of(p);
      if (words.begin >= span.begin) span.end = std::max(span.end, words.end);
    }
    return span;
  }

  // The clause by itself, its subject's words in the place of a pronoun's; "" for one that is no
  // sentence.
  std::string own_text() const {
    const Clause& clause = view_.clause();
    const Participant* subject = first(ArgumentRole::Subject);
    const TokenSpan predicate = predicate_span();
    if (!a_.groups[clause.group].finite) return "";
    if (clause.voice == english::Voice::Passive) {
      const Participant* object = first(ArgumentRole::Object);
      if (object == nullptr || object->phrase == kNone) return "";
      const TokenSpan words = with_possessors(object->phrase);
      return words.end <= predicate.begin ? joined(words, predicate) : "";
    }
    if (subject == nullptr || subject->phrase == kNone) return "";
    const TokenSpan words = with_possessors(subject->phrase);
    if (!a_.phrases[subject->phrase].pronoun)
      return words.end <= predicate.begin ? joined(words, predicate) : "";
    const std::vector<Filler> found = fillers_of(*subject, ClassId::None);
    return found.empty() || found.front().span.empty()
               ? ""
               : std::string(a_.text(found.front().span)) + " " + std::string(a_.text(predicate));
  }

  // Words with what stands between them, if that is nothing but the subject's own: "members of".
  std::string joined(TokenSpan subject, TokenSpan predicate) const {
    const bool close =
        view_.clause().kind != ClauseKind::Relative && predicate.begin - subject.end <= 2;
    if (close) return std::string(a_.text({subject.begin, predicate.end}));
    return std::string(a_.text(subject)) + " " + std::string(a_.text(predicate));
  }

  // With a capital letter and a full stop, white space folded.
  static std::string sentence_of(const std::string& words) {
    std::string out;
    for (const char c : words) {
      const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
      if (!space) out += c;
      if (space && !out.empty() && out.back() != ' ') out += ' ';
    }
    if (!out.empty() && out.front() >= 'a' && out.front() <= 'z')
      out.front() = static_cast<char>(out.front() - 'a' + 'A');
    if (!out.ends_with('.') && !out.ends_with('?') && !out.ends_with('!')) out += '.';
    return out;
  }

  const Pack& pack_;
  const Analysis& a_;
  FillerFinder fillers_;
  ClauseView view_;
};

// ---- drafts on trial

struct Trial {
  Gap gap;
  Slots slots;
  std::vector<std::string> texts;
  std::string iri;
};

std::string trial_turtle(const std::vector<Trial>& trials) {
  std::string out;
  for (const Trial& trial : trials) {
    Prefixes prefixes = trial.slots.prefixes;
    prefixes["t"] = rdf::kTNamespace;
    out += prefix_lines(prefixes) + "<" + trial.iri + "> a t:Rule ; t:clause " +
           literal(trial.slots.pattern) + " ; t:asserts <" + std::string(rdf::kKbNamespace) +
           "Event> ; t:example [ t:text \"-\" ; t:yields () ] .\n";
  }
  return out;
}

// The first trial of a pattern; later ones of the same pattern are that one.
std::vector<Trial> trials_for(const Pack& pack, const Analysis& analysis,
                              std::span<const Gap> gaps) {
  std::vector<Trial> trials;
  Sketcher sketcher(pack, analysis);
  std::map<std::string, std::string> known;
  for (const Gap& gap : gaps) {
    Trial trial = {gap, sketcher.sketch(gap), sketcher.texts(gap), ""};
    const std::string iri =
        std::string(rdf::kRuleNamespace) + "draft-" + std::to_string(known.size() + 1);
    trial.iri = known.emplace(trial.slots.pattern, iri).first->second;
    trials.push_back(std::move(trial));
  }
  return trials;
}

// What a situation's example says, a role a line.
class Yields {
 public:
  Yields(const Pack& pack, const Analysis& analysis, std::span<const Finding> findings,
         Prefixes& prefixes)
      : pack_(pack), a_(analysis), findings_(findings), prefixes_(prefixes) {}

  std::string situation(const Finding& f, const std::string& separator) {
    const pack::ClassInfo& info = pack_.ontology().info(f.situation_class);
    std::string out = "[ a " + term(info.iri, info.name, prefixes_);
    for (const RoleFiller& role : f.roles) {
      const pack::PropertyInfo& property = pack_.ontology().info(role.role);
      out += separator + term(property.iri, property.name, prefixes_) + " " + value(role.filler);
    }
    if (f.modality != Modality::Actual) {
      out += separator + kb("modality", prefixes_) + " " + kb(to_string(f.modality), prefixes_);
    }
    if (f.polarity != Polarity::Positive) {
      out += separator + kb("polarity", prefixes_) + " " + kb(to_string(f.polarity), prefixes_);
    }
    return out + " ]";
  }

 private:
  std::string value(const Filler& filler) {
    switch (filler.kind) {
      case FillerKind::Entity:
        return term(pack_.lexicon()[filler.index].iri, pack_.lexicon()[filler.index].name,
                    prefixes_);
      case FillerKind::Finding:
        return situation(findings_[filler.index], " ; ");
      case FillerKind::Literal: {
        if (filler.datatype.empty()) return literal(filler.value);
        const std::size_t cut = filler.datatype.find_last_of("#/") + 1;
        return literal(filler.value) + "^^" +
               term(std::string(filler.datatype), "xsd:" + std::string(filler.datatype.substr(cut)),
                    prefixes_);
      }
      default:
        return literal(concept_label(a_, filler));
    }
  }

  const Pack& pack_;
  const Analysis& a_;
  std::span<const Finding> findings_;
  Prefixes& prefixes_;
};

std::size_t last_line_of(const std::string& text) {
  return text.size() - (text.rfind('\n') == std::string::npos ? 0 : text.rfind('\n') + 1);
}

// Tries drafts on their texts.
class Trier {
 public:
  Trier(const Pack& pack, const pack::PackSources& sources, const std::vector<Trial>& trials) {
    pack::PackSources more = sources;
    more.files.push_back({"drafts", trial_turtle(trials)});
    more.keep_going = true;
    Diagnostics problems;
    trial_pack_ = Pack::load(more, problems);
    for (const pack::Rule& rule : pack.rules()) names_.insert(rule.name);
  }

  // The draft that reads one of the trial's texts; already among `drafts`, or new at their end.
  // Null if none does.
  RuleDraft* run(const Trial& trial, std::vector<RuleDraft>& drafts) {
    for (const std::string& text : trial.texts) {
      const text::Document document = example_document(text);
      trial_pack_->analyser().analyse(document, analysis_);
      Extractor(*trial_pack_).extract(analysis_, findings_);
      for (std::size_t d = 0; d < drafts.size(); ++d) {
        if (reads(iris_[d])) return &drafts[d];
      }
      if (!reads(trial.iri)) continue;
      iris_.push_back(trial.iri);
      drafts.push_back(written(trial, text));
      return &drafts.back();
    }
    return nullptr;
  }

 private:
  bool is_of(const Finding& f, const std::string& iri) const {
    return f.situation == 0 && trial_pack_->rules()[f.rule].iri == iri;
  }

  bool reads(const std::string& iri) const {
    return std::ranges::any_of(findings_, [&](const Finding& f) { return is_of(f, iri); });
  }

  std::string free_name(const std::string& pattern) {
    const std::size_t begin = pattern.find(' ') + 1;
    const std::string verb = pattern.substr(begin, pattern.find(' ', begin) - begin);
    std::string name = "rule:" + verb;
    for (int n = 2; !names_.insert(name).second; ++n)
      name = "rule:" + verb + "-" + std::to_string(n);
    return name;
  }

  RuleDraft written(const Trial& trial, const std::string& text) {
    RuleDraft draft;
    draft.pattern = trial.slots.pattern;
    draft.name = free_name(draft.pattern);
    draft.prefixes = trial.slots.prefixes;
    draft.prefixes["t"] = rdf::kTNamespace;
    draft.prefixes["rule"] = rdf::kRuleNamespace;
    draft.prefixes["rdfs"] = rdf::kRdfsNamespace;
    draft.rule = draft.name + " a t:Rule ;\n    rdfs:label " + literal(trial.slots.label) +
                 "@en ;\n    t:clause " + literal(draft.pattern) + " ;\n    t:asserts " +
                 kb("Event", draft.prefixes) + " ;\n    t:example [ t:text " +
                 long_literal(text, 23) + " ;\n                t:yields " +
                 yields(trial.iri, draft.prefixes) + " ] .\n";
    return draft;
  }

  std::string yields(const std::string& iri, Prefixes& prefixes) {
    Yields writer(*trial_pack_, analysis_, findings_, prefixes);
    std::string out;
    for (const Finding& f : findings_) {
      if (!is_of(f, iri)) continue;
      if (!out.empty()) out += " ,\n                         ";
      std::string one = writer.situation(f, " ; ");
      if (one.size() + 29 > kColumns) one = writer.situation(f, " ;\n                           ");
      out += one;
    }
    return last_line_of(out) + 29 > kColumns ? out + "\n               " : out;
  }

  std::shared_ptr<const Pack> trial_pack_;
  std::set<std::string> names_;    // that are taken
  std::vector<std::string> iris_;  // of the drafts, in their order
  Analysis analysis_;
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Gap> find_gaps(const Pack& pack, const Analysis& analysis,
                           std::span<const Finding> findings) {
  std::set<std::uint32_t> read;
  for (const Finding& f : findings) read.insert(f.sentence);
  const FillerFinder fillers(pack, analysis);
  std::vector<Gap> gaps;
  ClauseView view;
  for (std::uint32_t s = 0; s < analysis.sentences.size(); ++s) {
    if (read.contains(s)) continue;
    std::vector<std::pair<int, Gap>> found;
    const english::SentenceLayers& layers = analysis.sentences[s];
    for (std::uint32_t c = layers.first_clause; c < layers.last_clause; ++c) {
      Gap gap;
      gap.sentence = s;
      gap.clause = c;
      view.turn_to(pack, analysis, s, {c, false});
      if (const int worth = promise(pack, analysis, fillers, view, gap); worth > 0)
        found.emplace_back(-worth, gap);
    }
    std::ranges::stable_sort(found, {}, [](const auto& one) { return one.first; });
    for (const auto& one : found) gaps.push_back(one.second);
  }
  return gaps;
}

std::string prefix_lines(const Prefixes& prefixes) {
  std::string out;
  for (const auto& [name, iri] : prefixes)
    out.append("@prefix ").append(name).append(": <").append(iri).append("> .\n");
  return out;
}

std::string RuleDraft::turtle() const { return prefix_lines(prefixes) + "\n" + rule; }

std::vector<RuleDraft> draft_rules(const pack::PackSources& sources, const Pack& pack,
                                   const Analysis& analysis, std::span<const Gap> gaps) {
  std::vector<RuleDraft> drafts;
  if (gaps.empty()) return drafts;
  const std::vector<Trial> trials = trials_for(pack, analysis, gaps);
  Trier trier(pack, sources, trials);
  std::uint32_t filled = kNone;  // the sentence that has its draft
  for (const Trial& trial : trials) {
    if (trial.gap.sentence == filled) continue;
    RuleDraft* draft = trier.run(trial, drafts);
    if (draft == nullptr) continue;
    filled = trial.gap.sentence;
    draft->sentences.push_back(filled);
  }
  return drafts;
}

}  // namespace testudo::extract
