#include "english/clauses.h"

#include "english/clause_machine.h"

namespace testudo::english {

std::string_view to_string(ClauseKind kind) {
  switch (kind) {
    case ClauseKind::Main:
      return "main";
    case ClauseKind::Subordinate:
      return "subordinate";
    case ClauseKind::Complement:
      return "complement";
    case ClauseKind::Relative:
      return "relative";
    case ClauseKind::Infinitive:
      return "infinitive";
    case ClauseKind::Gerund:
      return "gerund";
    case ClauseKind::Participle:
      return "participle";
    case ClauseKind::Nominal:
      return "nominal";
  }
  return "main";
}

void ClauseFinder::find(Analysis& analysis) const {
  analysis.clauses.clear();
  analysis.arguments.clear();
  analysis.attachments.clear();
  ClauseMachine machine(analysis, grammar_);
  for (SentenceLayers& sentence : analysis.sentences) machine.run(sentence);
}

}  // namespace testudo::english
