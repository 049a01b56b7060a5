#include "english/clause_context.h"

#include <algorithm>

namespace testudo::english {

ClauseContext::ClauseContext(const WordLists& lists, Vocabulary& vocabulary)
    : speech_(lists, "verbs-of-speech", vocabulary),
      with_clauses_(lists, "verbs-with-clauses", vocabulary),
      conditions_(lists, "conditional-subordinators", vocabulary) {}

namespace {

class Run {
 public:
  Run(Analysis& analysis, const SymbolSet& speech, const SymbolSet& with_clauses,
      const SymbolSet& conditions)
      : a_(analysis), speech_(speech), with_clauses_(with_clauses), conditions_(conditions) {}

  void document() {
    mark_quotations();
    for (const SentenceLayers& sentence : a_.sentences) {
      adopt_orphans(sentence);
      find_conditions(sentence);
      report_complements(sentence);
      report_neighbours(sentence);
    }
    report_quotations();
  }

 private:
  Symbol verb(const Clause& clause) const { return a_.symbols[clause.predicate].lemma; }
  bool is_open_mark(std::uint32_t token) const { return a_.tag(token) == Tag::OpenQuote; }

  // A quotation runs from its opening mark to the next closing one of the same block.
  void mark_quotations() {
    quotation_of_.assign(a_.words.size(), kNone);
    std::uint32_t open = kNone;
    std::uint32_t block = kNone;
    std::uint32_t count = 0;
    for (const SentenceLayers& sentence : a_.sentences) {
      if (sentence.block != block) open = kNone;
      block = sentence.block;
      for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
        if (is_open_mark(t)) {
          open = count++;
        } else if (a_.tag(t) == Tag::CloseQuote) {
          open = kNone;
        } else {
          quotation_of_[t] = open;
        }
      }
    }
    speaker_of_.assign(count, kNone);
    for (Clause& clause : a_.clauses) clause.quoted = quotation_of_[clause.predicate] != kNone;
  }

  // "If it fails, they will …": a clause before the main one hangs on it.
  void adopt_orphans(const SentenceLayers& sentence) {
    for (std::uint32_t c = sentence.first_clause; c < sentence.last_clause; ++c) {
      Clause& clause = a_.clauses[c];
      if (clause.parent != kNone || clause.kind == ClauseKind::Main ||
          clause.kind == ClauseKind::Relative) {
        continue;
      }
      for (std::uint32_t next = c + 1; next < sentence.last_clause; ++next) {
        const ClauseKind kind = a_.clauses[next].kind;
        if (kind != ClauseKind::Main && kind != ClauseKind::Complement) continue;
        clause.parent = next;
        break;
      }
    }
  }

  void find_conditions(const SentenceLayers& sentence) {
    for (std::uint32_t c = sentence.first_clause; c < sentence.last_clause; ++c) {
      const Clause& clause = a_.clauses[c];
      if (clause.kind != ClauseKind::Subordinate || clause.marker == kNone ||
          clause.parent == kNone)
        continue;
      if (!conditions_.contains(a_.symbols[clause.marker].form)) continue;
      if (a_.clauses[clause.parent].condition == kNone) a_.clauses[clause.parent].condition = c;
    }
  }

  void report_complements(const SentenceLayers& sentence) {
    for (std::uint32_t c = sentence.first_clause; c < sentence.last_clause; ++c) {
      Clause& clause = a_.clauses[c];
      if (clause.kind != ClauseKind::Complement || clause.parent == kNone) continue;
      const Clause& parent = a_.clauses[clause.parent];
      if (with_clauses_.contains(verb(parent)) || speech_.contains(verb(parent)))
        clause.reporter = clause.parent;
    }
  }

  bool has_reported(std::uint32_t reporter, const SentenceLayers& sentence) const {
    for (std::uint32_t c = sentence.first_clause; c < sentence.last_clause; ++c) {
      if (a_.clauses[c].reporter == reporter) return true;
    }
    return false;
  }

  // "The truce holds, officials said.": a verb of speech with nothing said behind it reports the
  // main clause before it, or, in the middle of one, that clause.
  void report_neighbours(const SentenceLayers& sentence) {
    for (std::uint32_t c = sentence.first_clause; c < sentence.last_clause; ++c) {
      const Clause& said = a_.clauses[c];
      if (said.kind != ClauseKind::Main || !speech_.contains(verb(said)) || said.quoted) continue;
      if (has_object(said) || has_reported(c, sentence)) continue;
      if (is_joined(said, sentence) || has_content(c, sentence)) continue;
      std::uint32_t reported = kNone;
      for (std::uint32_t other = c; other-- > sentence.first_clause && reported == kNone;) {
        if (a_.clauses[other].kind == ClauseKind::Main) reported = other;
      }
      if (reported == kNone) {
        for (std::uint32_t other = c + 1; other < sentence.last_clause && reported == kNone;
             ++other) {
          if (a_.clauses[other].kind == ClauseKind::Main) reported = other;
        }
      }
      if (reported != kNone && a_.clauses[reported].reporter == kNone &&
          !shares_subject(said, a_.clauses[reported])) {
        a_.clauses[reported].reporter = c;
      }
    }
  }

  // "…, and the minister hopes to": one more main clause, no report in passing of the one before.
  bool is_joined(const Clause& said, const SentenceLayers& sentence) const {
    const std::uint32_t who = subject(said);
    std::uint32_t begin = said.group == kNone ? said.predicate : a_.groups[said.group].span.begin;
    if (who != kNone) begin = std::min(begin, a_.phrases[who].span.begin);
    return begin > sentence.tokens.begin && a_.tag(begin - 1) == Tag::CC;
  }

  // Whether what is said, meant or wanted hangs on the verb.
  bool has_content(std::uint32_t said, const SentenceLayers& sentence) const {
    for (std::uint32_t c = sentence.first_clause; c < sentence.last_clause; ++c) {
      const Clause& clause = a_.clauses[c];
      if (clause.parent == said &&
          (clause.kind == ClauseKind::Infinitive || clause.kind == ClauseKind::Gerund))
        return true;
    }
    return false;
  }

  std::uint32_t subject(const Clause& clause) const {
    for (std::uint32_t i = clause.first_argument; i < clause.last_argument; ++i) {
      if (a_.arguments[i].role == ArgumentRole::Subject) return a_.arguments[i].phrase;
    }
    return kNone;
  }

  // "The truce holds and allows for trade": two verbs of one subject, of which none reports.
  bool shares_subject(const Clause& one, const Clause& other) const {
    const std::uint32_t who = subject(one);
    return who != kNone && who == subject(other);
  }

  bool has_object(const Clause& clause) const {
    for (std::uint32_t i = clause.first_argument; i < clause.last_argument; ++i) {
      if (a_.arguments[i].role == ArgumentRole::Object) return true;
    }
    return false;
  }

  // What is quoted is reported by the verb of speech outside the marks, in a sentence that the
  // quotation touches.
  void report_quotations() {
    for (const SentenceLayers& sentence : a_.sentences) {
      const std::uint32_t speaker = speaker_in(sentence);
      if (speaker == kNone) continue;
      for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
        const std::uint32_t quotation = quotation_of_[t];
        if (quotation != kNone && speaker_of_[quotation] == kNone) speaker_of_[quotation] = speaker;
      }
    }
    for (Clause& clause : a_.clauses) {
      if (!clause.quoted || clause.reporter != kNone) continue;
      if (clause.kind != ClauseKind::Main && clause.kind != ClauseKind::Complement) continue;
      clause.reporter = speaker_of_[quotation_of_[clause.predicate]];
    }
  }

  std::uint32_t speaker_in(const SentenceLayers& sentence) const {
    for (std::uint32_t c = sentence.first_clause; c < sentence.last_clause; ++c) {
      const Clause& clause = a_.clauses[c];
      if (!clause.quoted && speech_.contains(verb(clause)) &&
          (clause.kind == ClauseKind::Main || clause.kind == ClauseKind::Subordinate)) {
        return c;
      }
    }
    return kNone;
  }

  Analysis& a_;
  const SymbolSet& speech_;
  const SymbolSet& with_clauses_;
  const SymbolSet& conditions_;
  std::vector<std::uint32_t> quotation_of_;  // by token
  std::vector<std::uint32_t> speaker_of_;    // by quotation: a clause
};

}  // namespace

void ClauseContext::find(Analysis& analysis) const {
  Run(analysis, speech_, with_clauses_, conditions_).document();
}

}  // namespace testudo::english
