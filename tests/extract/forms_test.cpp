// One pattern, all its forms: from every clause pattern of the shipped rules that has a subject and
// something else, the passive, relative, infinitive, gerund, nominal and negated sentences are
// made, and each must give the situation that the active sentence gives.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <optional>

#include "support/fixture.h"

namespace testudo::extract {
namespace {

using english::Tag;
using english::WordId;
using english::WordTable;
using pack::ClausePart;
using pack::ClauseRow;
using pack::PartKind;

// The forms of verbs, turned round from the lemmas of all words: "withdraw" to "withdrew".
class Inflector {
 public:
  Inflector() {
    const WordTable& table = WordTable::builtin();
    for (std::uint32_t i = 1; i <= table.size(); ++i) {
      const auto id = static_cast<WordId>(i);
      for (const Tag tag : {Tag::VBD, Tag::VBN, Tag::VBG}) {
        const auto score = std::ranges::find(table.tags(id), tag,
                                             [](const english::TagScore& s) { return s.tag; });
        if (score == table.tags(id).end()) continue;
        auto& best = forms_[{std::string(table.form(table.lemma(id, tag))), tag}];
        if (best.first.empty() || score->score > best.second)
          best = {std::string(table.form(id)), score->score};
      }
    }
  }

  std::optional<std::string> form(const std::string& verb, Tag tag) const {
    const auto found = forms_.find({verb, tag});
    if (found == forms_.end() || found->second.first == verb) return std::nullopt;
    return found->second.first;
  }

 private:
  std::map<std::pair<std::string, Tag>, std::pair<std::string, float>> forms_;
};

const Inflector& inflector() {
  static const Inflector made;
  return made;
}

// What a pattern's parts say in a sentence of its own.
struct Sentence {
  std::string subject;
  std::string verb;
  std::string object;  // "" where the pattern has none
  std::string rest;    // particles and prepositional phrases
  bool slot_object = false;
};

std::string word(const pack::Atom& atom) {
  if (!atom.exact.empty()) return atom.exact;
  return std::string(testing::shipped().vocabulary().text(atom.words.front()));
}

std::string words(const std::vector<pack::Atom>& atoms) {
  std::string text;
  for (const pack::Atom& atom : atoms) text += (text.empty() ? "" : " ") + word(atom);
  return text;
}

// A filler for a slot, another for each.
std::optional<std::string> filler(pack::ClassId c, std::size_t n) {
  const pack::Pack& pack = testing::shipped();
  const pack::Ontology& o = pack.ontology();
  static const std::vector<std::string> countries = {"Norway", "Kenya", "Peru", "Japan"};
  const auto country = o.find_class("https://w3id.org/testudo/ir#Country");
  if (c == pack::ClassId::None || o.is_a(*country, c)) return countries[n % countries.size()];
  if (o.is_a(c, o.situation)) return std::nullopt;
  static const std::vector<std::pair<std::string, std::string>> named = {
      {"ir#Agreement", "the Budapest Memorandum"},
      {"ir#Treaty", "New START"},
      {"kb#Person", "Vladimir Putin"},
      {"kb#Organization", "NATO"},
      {"ir#InternationalOrganization", "NATO"},
      {"kb#Concept", "inflation"}};
  for (const auto& [name, text] : named) {
    const auto known = o.find_class("https://w3id.org/testudo/" + name);
    if (known && o.is_a(*known, c)) return text;
    if (known && *known == c) return text;
  }
  return std::nullopt;
}

std::optional<Sentence> sentence_of(const ClauseRow& row) {
  if (row.steps.size() != 1) return std::nullopt;
  Sentence s;
  s.verb = word(row.steps.front().verb);
  if (s.verb == "be" || s.verb == "have") return std::nullopt;
  std::size_t slots = 0;
  for (const ClausePart& part : row.steps.front().parts) {
    std::optional<std::string> text = words(part.words);
    if (part.is_slot()) text = filler(part.slot_class, slots++);
    if (!text) return std::nullopt;
    switch (part.kind) {
      case PartKind::Subject:
        if (!part.is_slot()) return std::nullopt;
        s.subject = *text;
        break;
      case PartKind::Object:
        s.object = *text;
        s.slot_object = part.is_slot();
        break;
      case PartKind::Oblique:
        s.rest += " " + words(part.preposition) + " " + *text;
        break;
      case PartKind::Words:
        s.rest += " " + *text;
        break;
      case PartKind::Content:
      case PartKind::IndirectObject:
        return std::nullopt;
    }
  }
  if (s.subject.empty() || (s.object.empty() && s.rest.empty())) return std::nullopt;
  return s;
}

std::string behind(const std::string& text) { return text.empty() ? "" : " " + text; }

// The first of a row's nouns that the analysis takes for an event, as a person would choose one.
std::optional<std::string> event_noun(const ClauseRow& row) {
  static english::Analysis analysis;
  for (const Symbol symbol : row.nouns) {
    const std::string noun(testing::shipped().vocabulary().text(symbol));
    const text::Document document = testing::document("Norway's " + noun + " surprised many.");
    testing::shipped().analyser().analyse(document, analysis);
    for (const english::Clause& nominal : analysis.nominals) {
      if (analysis.text(nominal.predicate) == noun) return noun;
    }
  }
  return std::nullopt;
}

// By form: its sentence, or nothing where the pattern has no such form.
std::vector<std::pair<std::string, std::string>> forms_of(const Sentence& s, const ClauseRow& row) {
  std::vector<std::pair<std::string, std::string>> forms;
  const auto past = inflector().form(s.verb, Tag::VBD);
  const auto participle = inflector().form(s.verb, Tag::VBN);
  const auto gerund = inflector().form(s.verb, Tag::VBG);
  const std::string tail = behind(s.object) + s.rest;
  if (participle && s.slot_object && !s.object.empty()) {
    forms.emplace_back("passive",
                       s.object + " was " + *participle + s.rest + " by " + s.subject + ".");
  }
  if (past)
    forms.emplace_back("relative", s.subject + ", which " + *past + tail + ", kept silent.");
  forms.emplace_back("infinitive", s.subject + " is about to " + s.verb + tail + ".");
  if (gerund)
    forms.emplace_back("gerund", "After " + *gerund + tail + ", " + s.subject + " kept silent.");
  if (const auto noun = event_noun(row)) {
    const std::string object = s.object.empty() ? "" : " of " + s.object;
    forms.emplace_back("nominal", s.subject + "'s " + *noun + object + s.rest + " surprised many.");
  }
  forms.emplace_back("negated", s.subject + " did not " + s.verb + tail + ".");
  return forms;
}

// The situations of a rule in a text, without how they are said to hold.
std::vector<std::string> situations(const pack::Pack& pack, pack::RuleId rule,
                                    const std::string& text, bool& negative) {
  static english::Analysis analysis;
  static std::vector<Finding> findings;
  const text::Document document = testing::document(text);
  pack.analyser().analyse(document, analysis);
  Extractor(pack).extract(analysis, findings);
  std::vector<std::string> found;
  for (const Finding& f : findings) {
    if (f.rule != rule) continue;
    std::string told = describe(pack, analysis, findings, f);
    told.resize(told.rfind(" ("));
    found.push_back(std::move(told));
    negative = f.polarity == Polarity::Negative;
  }
  std::ranges::sort(found);
  return found;
}

TEST(FormsTest, OnePatternReadsAllItsForms) {
  const pack::Pack& pack = testing::shipped();
  std::size_t patterns = 0;
  std::size_t made = 0;
  std::size_t read = 0;
  std::map<std::string, std::pair<std::size_t, std::size_t>> by_form;
  std::string missed;
  for (pack::RuleId r = 0; r < pack.rules().size(); ++r) {
    std::optional<std::uint32_t> last;
    for (const ClauseRow& row : pack.rules()[r].clauses) {
      if (last == row.pattern) continue;  // one row a pattern
      const auto s = sentence_of(row);
      const auto past = s ? inflector().form(s->verb, Tag::VBD) : std::nullopt;
      if (!past) continue;
      bool negative = false;
      const std::string active = s->subject + " " + *past + behind(s->object) + s->rest + ".";
      const std::vector<std::string> wanted = situations(pack, r, active, negative);
      if (wanted.empty()) continue;
      last = row.pattern;
      ++patterns;
      for (const auto& [form, text] : forms_of(*s, row)) {
        negative = false;
        const bool same =
            situations(pack, r, text, negative) == wanted && negative == (form == "negated");
        ++made;
        read += same ? 1 : 0;
        ++by_form[form].first;
        by_form[form].second += same ? 1 : 0;
        if (!same)
          missed.append("  ")
              .append(pack.rules()[r].name)
              .append(" ")
              .append(form)
              .append(": ")
              .append(text)
              .append("\n");
      }
    }
  }
  std::string table;
  for (const auto& [form, count] : by_form)
    table +=
        form + " " + std::to_string(count.second) + " of " + std::to_string(count.first) + "\n";
  std::printf("%zu patterns, %zu of %zu forms\n%s", patterns, read, made, table.c_str());
  EXPECT_GE(patterns, 40u);
  EXPECT_GE(static_cast<double>(read), 0.85 * static_cast<double>(made)) << missed;
}

}  // namespace
}  // namespace testudo::extract
