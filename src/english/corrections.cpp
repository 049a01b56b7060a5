#include "english/corrections.h"

namespace testudo::english {
namespace {
}  // namespace

void correct_tags(SentenceView sentence) {
  for (int at = 0; at < sentence.size(); ++at) {
  }
}

}  // namespace testudo::english
