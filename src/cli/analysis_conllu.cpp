// CoNLL-U from phrases and clauses: a tree that other tools can read. What the cascade does not
// decide is "dep".
#include <vector>

#include "cli/analysis_views.h"
#include "cli/session.h"

namespace testudo::cli {

using english::Analysis;
using english::Argument;
using english::ArgumentRole;
using english::Clause;
using english::kNone;
using english::SentenceLayers;
using english::Tag;

namespace {

// Penn tags to universal ones (universaldependencies.org/tagset-conversion/en-penn-uposf.html).
const char* universal(Tag tag, std::string_view lemma, bool auxiliary) {
  if (english::is_proper_noun(tag)) return "PROPN";
  if (english::is_common_noun(tag)) return "NOUN";
  if (english::is_adjective(tag)) return "ADJ";
  if (english::is_verb(tag)) return auxiliary ? "AUX" : "VERB";
  if (english::is_punctuation(tag)) return "PUNCT";
  switch (tag) {
    case Tag::MD:
      return "AUX";
    case Tag::CC:
      return "CCONJ";
    case Tag::CD:
      return "NUM";
    case Tag::DT:
    case Tag::PDT:
    case Tag::WDT:
      return "DET";
    case Tag::EX:
    case Tag::PRP:
    case Tag::PRPS:
    case Tag::WP:
    case Tag::WPS:
      return "PRON";
    case Tag::IN:
    case Tag::RP:
      return "ADP";
    case Tag::POS:
    case Tag::TO:
      return "PART";
    case Tag::RB:
      return lemma == "not" ? "PART" : "ADV";
    case Tag::RBR:
    case Tag::RBS:
    case Tag::WRB:
      return "ADV";
    case Tag::UH:
      return "INTJ";
    case Tag::Dollar:
    case Tag::Hash:
    case Tag::SYM:
      return "SYM";
    default:
      return "X";
  }
}

class Tree {
 public:
  Tree(const Analysis& a, const SentenceLayers& s)
      : a_(a), s_(s), head_(s.tokens.size(), kNone), relation_(s.tokens.size()) {}

  std::string lines() {
    clauses();
    attachments();
    phrases();
    groups();
    rest();
    std::string out;
    for (std::uint32_t t = s_.tokens.begin; t < s_.tokens.end; ++t) out += line(t);
    return out;
  }

 private:
  // Hangs a word on another unless it hangs already, or the other hangs on it.
  void hang(std::uint32_t word, std::uint32_t on, std::string relation) {
    if (word == on || head_[word - s_.tokens.begin] != kNone || word == root_) return;
    for (std::uint32_t up = on; up != kNone && up != root_; up = head_[up - s_.tokens.begin]) {
      if (up == word) return;
    }
    head_[word - s_.tokens.begin] = on;
    relation_[word - s_.tokens.begin] = std::move(relation);
  }

  std::uint32_t head_of(std::uint32_t phrase) const {
    return treebank_head(a_, a_.phrases[phrase]);
  }

  static const char* clause_relation(english::ClauseKind kind, bool described) {
    switch (kind) {
      case english::ClauseKind::Relative:
        return "acl:relcl";
      case english::ClauseKind::Complement:
        return "ccomp";
      case english::ClauseKind::Infinitive:
        return "xcomp";
      case english::ClauseKind::Participle:
        return described ? "acl" : "advcl";
      case english::ClauseKind::Main:
        return "parataxis";
      default:
        return "advcl";
    }
  }

  void choose_root() {
    for (std::uint32_t c = s_.first_clause; c < s_.last_clause && root_ == kNone; ++c) {
      if (a_.clauses[c].kind == english::ClauseKind::Main) root_ = a_.clauses[c].predicate;
    }
    if (root_ == kNone && s_.first_clause < s_.last_clause)
      root_ = a_.clauses[s_.first_clause].predicate;
    if (root_ == kNone && s_.first_phrase < s_.last_phrase) root_ = head_of(s_.first_phrase);
    if (root_ == kNone) root_ = s_.tokens.begin;
  }

  void clauses() {
    choose_root();
    for (std::uint32_t c = s_.first_clause; c < s_.last_clause; ++c) {
      const Clause& clause = a_.clauses[c];
      const bool described = clause.antecedent != kNone;
      std::uint32_t on = described ? head_of(clause.antecedent) : root_;
      if (!described && clause.parent != kNone) on = a_.clauses[clause.parent].predicate;
      hang(clause.predicate, on, clause_relation(clause.kind, described));
      for (std::uint32_t i = clause.first_argument; i < clause.last_argument; ++i)
        argument(clause, a_.arguments[i]);
    }
  }

  void argument(const Clause& clause, const Argument& one) {
    if (one.phrase == kNone || one.phrase == clause.antecedent) return;
    const bool passive = clause.voice == english::Voice::Passive;
    const std::uint32_t word = head_of(one.phrase);
    // Only where the words stand: shared and controlled subjects hang on their own clause.
    switch (one.role) {
      case ArgumentRole::Subject:
        hang(word, clause.predicate, passive ? "obl:agent" : "nsubj");
        break;
      case ArgumentRole::Object:
        hang(word, clause.predicate, passive ? "nsubj:pass" : "obj");
        break;
      case ArgumentRole::IndirectObject:
        hang(word, clause.predicate, "iobj");
        break;
      case ArgumentRole::Complement:
        hang(word, clause.predicate, "xcomp");
        break;
      case ArgumentRole::Oblique:
        hang(word, clause.predicate, one.preposition == kNone ? "obl:unmarked" : "obl");
        break;
    }
    if (one.preposition != kNone) hang(one.preposition, word, "case");
  }

  void attachments() {
    for (std::uint32_t i = s_.first_attachment; i < s_.last_attachment; ++i) {
      const english::Attachment& one = a_.attachments[i];
      hang(head_of(one.phrase), head_of(one.host), "nmod");
      hang(one.preposition, head_of(one.phrase), "case");
    }
  }

  void phrases() {
    for (std::uint32_t p = s_.first_phrase; p < s_.last_phrase; ++p) {
      const english::NounPhrase& phrase = a_.phrases[p];
      const std::uint32_t head = head_of(p);
      if (phrase.possessor != kNone) hang(head_of(phrase.possessor), head, "nmod:poss");
      if (phrase.appositive_of != kNone) hang(head, head_of(phrase.appositive_of), "appos");
      if (phrase.next != kNone) hang(head_of(phrase.next), head, "conj");
      for (std::uint32_t t = phrase.span.begin; t < phrase.span.end; ++t)
        hang(t, head, modifier(t, head));
    }
  }

  std::string modifier(std::uint32_t token, std::uint32_t head) const {
    const Tag tag = a_.tag(token);
    if (tag == Tag::DT || tag == Tag::PDT || tag == Tag::WDT) return "det";
    if (tag == Tag::PRPS || tag == Tag::WPS) return "nmod:poss";
    if (tag == Tag::CD) return "nummod";
    if (english::is_adjective(tag) || english::is_verb(tag)) return "amod";
    if (english::is_adverb(tag)) return "advmod";
    if (english::is_punctuation(tag)) return "punct";
    if (tag == Tag::CC) return "cc";
    return token > head ? "flat" : "compound";
  }

  void groups() {
    for (std::uint32_t g = s_.first_group; g < s_.last_group; ++g) {
      const english::VerbGroup& group = a_.groups[g];
      for (std::uint32_t t = group.span.begin; t < group.span.end; ++t) {
        const Tag tag = a_.tag(t);
        const char* relation = t == group.particle            ? "compound:prt"
                               : tag == Tag::TO               ? "mark"
                               : english::is_adverb(tag)      ? "advmod"
                               : english::is_punctuation(tag) ? "punct"
                                                              : "aux";
        hang(t, group.head, relation);
      }
    }
  }

  void rest() {
    for (std::uint32_t t = s_.tokens.begin; t < s_.tokens.end; ++t) {
      const Tag tag = a_.tag(t);
      // A possessive marker hangs on the word before it.
      if (tag == Tag::POS && t > s_.tokens.begin) hang(t, t - 1, "case");
      hang(t, root_, english::is_punctuation(tag) ? "punct" : tag == Tag::CC ? "cc" : "dep");
    }
  }

  bool is_auxiliary(std::uint32_t token) const {
    for (std::uint32_t g = s_.first_group; g < s_.last_group; ++g) {
      if (a_.groups[g].span.contains(token)) return token != a_.groups[g].head;
    }
    return false;
  }

  std::string line(std::uint32_t t) const {
    const std::uint32_t i = t - s_.tokens.begin;
    const bool glued = t + 1 < s_.tokens.end && !a_.segmentation.tokens[t + 1].space_before;
    const std::string head =
        t == root_ ? "0" : std::to_string(head_[i] == kNone ? 0 : head_[i] - s_.tokens.begin + 1);
    const std::string relation = t == root_ ? "root" : relation_[i];
    return std::to_string(i + 1) + "\t" + std::string(a_.text(t)) + "\t" +
           std::string(a_.words[t].lemma) + "\t" +
           universal(a_.tag(t), a_.words[t].lemma, is_auxiliary(t)) + "\t" +
           std::string(to_string(a_.tag(t))) + "\t_\t" + head + "\t" + relation + "\t_\t" +
           (glued ? "SpaceAfter=No" : "_") + "\n";
  }

  const Analysis& a_;
  const SentenceLayers& s_;
  std::uint32_t root_ = kNone;
  std::vector<std::uint32_t> head_;
  std::vector<std::string> relation_;
};

}  // namespace

std::string conllu(const Analysis& a, const SentenceLayers& s, std::size_t number) {
  std::string text(a.text(s.tokens));
  for (char& c : text) {
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  }
  return "# sent_id = " + std::to_string(number) + "\n# text = " + text + "\n" +
         Tree(a, s).lines() + "\n";
}

}  // namespace testudo::cli
