#include "english/tagger.h"

#include <span>
#include <utility>

#include "english/candidates.h"
#include "english/corrections.h"
#include "english/lemmatiser.h"
#include "english/name_evidence.h"
#include "english/punctuation.h"
#include "english/sentence_view.h"
#include "english/viterbi.h"

namespace testudo::english {
namespace {

// Tokens with what was found out of them, each until another one takes its place: half of a text is
// a few hundred words again and again.
class RecentWords {
 public:
  static constexpr std::size_t kLongest = 16;  // bytes

  // The letters of a token of up to kLongest bytes.
  struct Letters {
    std::uint64_t first = 0;
    std::uint64_t rest = 0;
    std::size_t size = 0;

    Letters() = default;
    explicit Letters(std::string_view text)
        : first(image::load(text.data(), text.size())), size(text.size()) {
      if (size > image::kHashBlock)
        rest = image::load(text.data() + image::kHashBlock, size - image::kHashBlock);
    }
    friend bool operator==(const Letters&, const Letters&) = default;
  };

  struct Entry {
    Letters letters;
    TaggedToken token;
  };

  // Forgets what another table said. Only the built-in one is known to be the same as before: where
  // one table stood, another one can stand by now.
  void start(const WordTable& table) {
    const bool same = std::exchange(table_, &table) == &table;
    if (!same || &table != &WordTable::builtin()) entries_.assign(kEntries, {});
  }

  // The only place where a token can be.
  Entry& entry(const Letters& letters) {
    image::Hash hash(letters.size);
    hash.add(letters.first);
    hash.add(letters.rest);
    return entries_[hash.value() % kEntries];
  }

 private:
  static constexpr std::size_t kEntries = 2048;  // fits into a processor's nearer caches
  std::vector<Entry> entries_;
  const WordTable* table_ = nullptr;  // not owned
};

// Memory that a thread keeps from document to document.
struct Scratch {
  std::vector<TaggedToken> tokens;
  std::vector<TaggedToken*> capitalised;  // of tokens
  // Of a sentence's tokens that the model is shown.
  std::vector<TaggedToken*> shown;
  std::vector<std::span<const TagScore>> candidates;
  std::vector<CandidateList> lists;
  std::vector<std::uint8_t> choice;
  Viterbi search;
  NameEvidence evidence;
  WordShape shape;
  RecentWords recent;
};

bool is_capitalised(Case letter_case) {
  return letter_case == Case::Capitalised || letter_case == Case::Upper ||
         letter_case == Case::Mixed;
}

class DocumentTagger {
 public:
  DocumentTagger(const WordTable& table, Scratch& scratch) : table_(table), s_(scratch) {}

  void run(std::string_view text, const text::Segmentation& layer, std::vector<Word>& words,
           LemmaStore& lemmas) {
    s_.tokens.resize(layer.tokens.size());
    s_.recent.start(table_);
    s_.capitalised.clear();
    TaggedToken* next = s_.tokens.data();
    for (const text::Token& token : layer.tokens) read(text, token, *next++);
    for (const text::Sentence& sentence : layer.sentences) {
      tag_punctuation(tokens_of(sentence));
      find_neutral_capitals(tokens_of(sentence));
    }
    weigh_capitals();
    for (const text::Sentence& sentence : layer.sentences) {
      const std::span<TaggedToken> tokens = tokens_of(sentence);
      decode(tokens);
      correct_tags(SentenceView(tokens, table_));
    }
    Word* word = words.data();
    for (const TaggedToken& token : s_.tokens) finish(token, *word++, lemmas);
  }

 private:
  std::span<TaggedToken> tokens_of(const text::Sentence& sentence) {
    return std::span(s_.tokens).subspan(sentence.first_token,
                                        sentence.last_token - sentence.first_token);
  }

  void read(std::string_view text, const text::Token& token, TaggedToken& one) {
    const std::string_view letters = text.substr(token.begin, token.end - token.begin);
    if (letters.size() > RecentWords::kLongest) {
      one = look_up(letters);
    } else {
      const RecentWords::Letters wanted(letters);
      RecentWords::Entry& recent = s_.recent.entry(wanted);
      if (recent.letters != wanted) recent = {wanted, look_up(letters)};
      one = recent.token;
    }
    one.text = letters;
    one.space_before = token.space_before;
    if (is_capitalised(one.letter_case)) s_.capitalised.push_back(&one);
  }

  // What the letters and the table say of a token.
  TaggedToken look_up(std::string_view letters) {
    TaggedToken one;
    s_.shape.read(letters);
    one.letter_case = s_.shape.letter_case();
    one.has_digit = s_.shape.has_digit();
    one.is_word = s_.shape.has_letter() || one.has_digit;
    if (!one.is_word) return one;
    one.hash = s_.shape.hash();
    one.id = table_.find(s_.shape.lower(), one.hash);
    one.features = table_.features(one.id);
    one.key = table_.key(one.id);
    one.classes = table_.word_classes(one.id);
    one.can_be_name = table_.can_be_name(one.id);
    return one;
  }

  // A line whose longer words nearly all have capitals is a headline in title case; one without a
  // small letter is in capitals throughout.
  static bool is_title(std::span<const TaggedToken> tokens) {
    constexpr std::size_t kLong = 4;  // bytes; shorter words are small in titles
    std::size_t words = 0;
    std::size_t small_words = 0;
    int all_upper = 0;
    bool small_letters = false;
    for (const TaggedToken& token : tokens) {
      if (token.letter_case == Case::None) continue;
      const bool upper = token.letter_case == Case::Upper;
      small_letters = small_letters || !(upper || token.text.size() == 1);
      all_upper += upper ? 1 : 0;
      if (&token == tokens.data() || token.text.size() < kLong) continue;
      ++words;
      if (is_capitalised(token.letter_case)) continue;
      // Of most lines the first words tell.
      if (++small_words * 10 > tokens.size()) return false;
    }
    return (words >= 3 && small_words * 10 <= words) || (!small_letters && all_upper >= 3);
  }

  // Where a capital says nothing: at the sentence's first word, where speech begins, behind a
  // colon, in headlines. A quotation mark behind a word opens a title or a name (the ship "Hope"),
  // not speech.
  static void find_neutral_capitals(std::span<TaggedToken> tokens) {
    const bool title = is_title(tokens);
    bool neutral = true;
    bool behind_word = false;
    for (TaggedToken& token : tokens) {
      if (token.is_word) {
        if (neutral || title) token.neutral_case = true;
        if (title) token.headline = true;
        neutral = false;
        behind_word = true;
        continue;
      }
      const bool speech = token.tag == Tag::OpenQuote && !behind_word;
      if (speech || (token.tag == Tag::Colon && !token.hyphen) || token.tag == Tag::Period) {
        neutral = true;
      }
      behind_word = behind_word && token.hyphen;
    }
  }

  // The document's other sentences say what a capital at a sentence's beginning means.
  void weigh_capitals() {
    s_.evidence.clear();
    for (const TaggedToken* token : s_.capitalised) {
      if (token->neutral_case) {
        s_.evidence.watch(token->hash);
      } else {
        s_.evidence.add_capital(token->hash);
      }
    }
    for (const TaggedToken& token : s_.tokens) {
      if (token.letter_case == Case::Lower) s_.evidence.add_lower(token.hash);
    }
    for (TaggedToken* token : s_.capitalised) {
      if (!token->neutral_case) continue;
      const NameEvidence::Verdict verdict = s_.evidence.of(token->hash);
      if (verdict == NameEvidence::Verdict::Name) token->neutral_case = false;
      token->common_elsewhere = verdict == NameEvidence::Verdict::Common;
    }
  }

  // Quotation marks and hyphens are no words of the model: the words beside them are neighbours.
  static bool is_transparent(const TaggedToken& token) {
    return token.tag == Tag::OpenQuote || token.tag == Tag::CloseQuote || token.hyphen;
  }

  std::span<const TagScore> candidates_of(const TaggedToken& token, CandidateList& list) {
    if (token.is_word) return find_candidates(token, table_, s_.shape, list);
    list.clear();
    list.add(token.tag, token.state, 0);
    return list.all();
  }

  void decode(std::span<TaggedToken> tokens) {
    const float* transitions = table_.transitions();
    s_.search.start();
    make_room(tokens.size());
    std::size_t count = 0;
    for (TaggedToken& token : tokens) {
      if (!token.is_word && is_transparent(token)) continue;
      const std::span<const TagScore> candidates = candidates_of(token, s_.lists[count]);
      s_.search.add(candidates, transitions);
      s_.candidates[count] = candidates;
      s_.shown[count++] = &token;
    }
    s_.search.finish(s_.choice);
    for (std::size_t i = 0; i < count; ++i) {
      const TagScore& chosen = s_.candidates[i][s_.choice[i]];
      s_.shown[i]->tag = chosen.tag;
      s_.shown[i]->state = chosen.state;
    }
  }

  void make_room(std::size_t tokens) {
    if (s_.lists.size() >= tokens) return;
    s_.shown.resize(tokens);
    s_.candidates.resize(tokens);
    s_.lists.resize(tokens);
  }

  void finish(const TaggedToken& token, Word& word, LemmaStore& lemmas) {
    word.form = token.id;
    word.tag = token.tag;
    word.letter_case = token.letter_case;
    word.has_digit = token.has_digit;
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
  DocumentTagger(*table_, scratch).run(text, layer, words, lemmas);
}

}  // namespace testudo::english
