// Times in the text: dates, months, years, seasons, decades, weekdays, what is counted from the
// article's date, intervals and durations, as XSD values that are never more exact than the words.
//   const TimeFinder times(lists, vocabulary); times.find(analysis);
//   // "in February 2021" → "2021-02", xsd:gYearMonth; "for five years" → "P5Y", xsd:duration
// The grammar, from the outside in:
//   time → [preposition] term [(- | to | and) term]
//   time → [preposition] duration [ago | later | earlier | before | after | from now]
// with terms in time_terms.h, durations in time_lengths.h, and their words as lists in
// ontology/english/time.ttl.
// What is relative is resolved against the document's date (Document::metadata.date); without one
// it is found all the same and has no value. A weekday, month or date without a year is the last
// one not after the article's date, or in a sentence about the future the next one. Two-digit years
// and numbers like 3/4/2020 are not found.
#pragma once

#include "english/analysis.h"
#include "english/time_words.h"

namespace testudo::english {

class TimeFinder {
 public:
  // Makes the words of the lists time-… known to the vocabulary.
  TimeFinder(const WordLists& lists, Vocabulary& vocabulary);

  // Fills analysis.times and the sentences' ranges of them. Needs words, symbols and sentences.
  // Thread-safe; linear in the text: most words cost one look at their symbol's classes.
  void find(Analysis& analysis) const;

 private:
  TimeWords words_;
};

}  // namespace testudo::english
