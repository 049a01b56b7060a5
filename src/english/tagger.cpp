#include "english/tagger.h"

#include <span>

#include "english/candidates.h"
#include "english/corrections.h"
#include "english/lemmatiser.h"
#include "english/punctuation.h"
#include "english/sentence_view.h"
#include "english/viterbi.h"

namespace testudo::english {
namespace {

// Memory that a thread keeps from sentence to sentence.
struct Scratch {
  std::vector<TaggedToken> tokens;
  std::vector<std::uint8_t> choice;
  std::vector<CandidateList> candidates;
  Viterbi search;
  WordShape shape;
};

bool is_capitalised(Case letter_case) {
  return letter_case == Case::Capitalised || letter_case == Case::Upper ||
         letter_case == Case::Mixed;
}

class SentenceTagger {
 public:
  SentenceTagger(const WordTable& table, Scratch& scratch) : table_(table), s_(scratch) {}

  void run(std::string_view text, std::span<const text::Token> tokens, Word* out,
           LemmaStore& lemmas) {
    read(text, tokens);
    tag_punctuation(s_.tokens);
    find_neutral_capitals();
    decode();
    correct_tags(SentenceView(s_.tokens, table_));
    for (std::size_t i = 0; i < s_.tokens.size(); ++i) finish(s_.tokens[i], out[i], lemmas);
  }

 private:
  void read(std::string_view text, std::span<const text::Token> tokens) {
    s_.tokens.clear();
    for (const text::Token& token : tokens) {
      TaggedToken& one = s_.tokens.emplace_back();
      one.text = text.substr(token.begin, token.end - token.begin);
      one.space_before = token.space_before;
      s_.shape.read(one.text);
      one.letter_case = s_.shape.letter_case();
      one.has_digit = s_.shape.has_digit();
      one.is_word = s_.shape.has_letter() || s_.shape.has_digit();
      if (!one.is_word) continue;
      one.id = table_.find(s_.shape.lower());
      one.features = table_.features(one.id);
      one.classes = table_.word_classes(one.id);
    }
  }

  // A line whose longer words nearly all have capitals is a headline in title case, or all in capitals.
  bool is_title() const {
    int capitals = 0;
    int words = 0;
    for (std::size_t i = 1; i < s_.tokens.size(); ++i) {
      const TaggedToken& token = s_.tokens[i];
      if (!token.is_word || token.letter_case == Case::None || token.text.size() < 4) continue;
      ++words;
      capitals += is_capitalised(token.letter_case) ? 1 : 0;
    }
    return words >= 3 && capitals * 10 >= words * 9;
  }

  // Where a capital says nothing: at the sentence's first word, behind an opening quotation mark or a colon, in headlines.
  void find_neutral_capitals() {
    const bool title = is_title();
    bool neutral = true;
    for (TaggedToken& token : s_.tokens) {
      if (token.is_word) {
        token.neutral_case = neutral || title;
        neutral = false;
      } else if (token.tag == Tag::OpenQuote || (token.tag == Tag::Colon && !token.hyphen) ||
                 token.tag == Tag::Period) {
        neutral = true;
      }
    }
  }

  // Quotation marks and hyphens are no words of the model: the words beside them are neighbours.
  static bool is_transparent(const TaggedToken& token) {
    return token.tag == Tag::OpenQuote || token.tag == Tag::CloseQuote || token.hyphen;
  }

  void decode() {
    const float* transitions = table_.transitions();
    s_.search.start();
    s_.candidates.resize(std::max(s_.candidates.size(), s_.tokens.size()));
    for (std::size_t i = 0; i < s_.tokens.size(); ++i) {
      const TaggedToken& token = s_.tokens[i];
      if (!token.is_word && is_transparent(token)) continue;
      CandidateList& list = s_.candidates[i];
      if (token.is_word) {
        find_candidates(token, table_, s_.shape, list);
      } else {
        list.clear();
        list.add(token.tag, token.state, 0);
      }
      s_.search.add(list.all(), transitions);
    }
    s_.search.finish(s_.choice);
    std::size_t at = 0;
    for (std::size_t i = 0; i < s_.tokens.size(); ++i) {
      TaggedToken& token = s_.tokens[i];
      if (!token.is_word && is_transparent(token)) continue;
      const TagScore& chosen = s_.candidates[i].all()[s_.choice[at++]];
      token.tag = chosen.tag;
      token.state = chosen.state;
    }
  }

  void finish(const TaggedToken& token, Word& word, LemmaStore& lemmas) {
    word.form = token.id;
    word.tag = token.tag;
    word.letter_case = token.letter_case;
    find_lemma(token, table_, s_.shape, lemmas, word);
  }

  const WordTable& table_;
  Scratch& s_;
};

}  // namespace

Tagger::Tagger(const WordTable& words) : table_(&words) {}

void Tagger::tag(std::string_view text, const text::Segmentation& layer, std::vector<Word>& words,
                 LemmaStore& lemmas) const {
  static thread_local Scratch scratch;
  words.assign(layer.tokens.size(), Word{});
  SentenceTagger tagger(*table_, scratch);
  for (const text::Sentence& sentence : layer.sentences) {
    tagger.run(text,
               std::span(layer.tokens)
                   .subspan(sentence.first_token, sentence.last_token - sentence.first_token),
               words.data() + sentence.first_token, lemmas);
  }
}

}  // namespace testudo::english
