// Times in sentences: group by group, "document date", sentence → what is found, as described by
// describe() below. Most articles are of Sunday, 10 May 2020.
#include "english/time.h"

#include <gtest/gtest.h>

#include "english/analysis.h"
#include "support/fixture.h"

namespace testudo::english {
namespace {

constexpr const char* kDay = "2020-05-10";

struct Case {
  const char* date;  // of the article, or ""
  const char* text;
  const char* expected;
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.text; }

// "[early 2014] year 2014 since 2014.. (since)": words, kind, value, relation, ends, what else
// holds, preposition.
std::string describe(const Analysis& a, const TimeExpression& time) {
  std::string out = "[" + std::string(a.text(time.span)) + "] " + std::string(to_string(time.kind));
  if (!time.value.empty()) out += " " + time.value;
  out += " " + std::string(to_string(time.relation));
  if (time.begin.kind != TimeKind::Unresolved || time.end.kind != TimeKind::Unresolved) {
    out += " " + time.begin.value + ".." + time.end.value;
  }
  if (time.modifier) out += " modifier";
  if (time.approximate) out += " approximate";
  if (time.preposition != kNone) out += " (" + std::string(a.text(time.preposition)) + ")";
  return out;
}

Analysis analysed(const text::Document& document) {
  Analysis a;
  testudo::testing::shipped().analyser().analyse(document, a);
  return a;
}

class TimeTest : public ::testing::TestWithParam<Case> {};

TEST_P(TimeTest, IsFoundWithItsValue) {
  text::Document document = testudo::testing::document(GetParam().text);
  document.metadata.date = GetParam().date;
  const Analysis a = analysed(document);
  std::string found;
  for (const TimeExpression& time : a.times)
    found += (found.empty() ? "" : " ; ") + describe(a, time);
  EXPECT_EQ(found, GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Dates, TimeTest,
    ::testing::Values(
        Case{kDay, "The deal was signed on 3 May 2019.", "[3 May 2019] date 2019-05-03 at (on)"},
        Case{kDay, "It was signed on the 3rd of May, 2019.",
             "[the 3rd of May, 2019] date 2019-05-03 at (on)"},
        Case{kDay, "It was signed on the third of April.",
             "[the third of April] date 2020-04-03 at (on)"},
        Case{kDay, "It was signed on May 3, 2019, in Vienna.",
             "[May 3, 2019] date 2019-05-03 at (on)"},
        Case{kDay, "It was signed on May 3rd 2019.", "[May 3rd 2019] date 2019-05-03 at (on)"},
        Case{kDay, "It was signed on Monday, May 4, 2020.",
             "[Monday, May 4, 2020] date 2020-05-04 at (on)"},
        Case{kDay, "It was signed on Monday 4 May.", "[Monday 4 May] date 2020-05-04 at (on)"},
        Case{kDay, "It was signed on Monday night (May 4).",
             "[Monday night (May 4)] date 2020-05-04 at (on)"},
        Case{kDay, "It was signed on Tues 5 May.", "[Tues 5 May] date 2020-05-05 at (on)"},
        Case{kDay, "It was signed on Sept. 3, 2019.", "[Sept. 3, 2019] date 2019-09-03 at (on)"},
        Case{kDay, "It was signed on 3 Dec 2019.", "[3 Dec 2019] date 2019-12-03 at (on)"},
        Case{kDay, "It was signed on 2019-12-03.", "[2019-12-03] date 2019-12-03 at (on)"},
        Case{kDay, "On June 12 troops left.", "[June 12] date 2019-06-12 at (On)"},
        Case{kDay, "It ended on March 11 last year.",
             "[March 11 last year] date 2019-03-11 at (on)"}));

INSTANTIATE_TEST_SUITE_P(DaysThatTheCalendarHasOrLacks, TimeTest,
                         ::testing::Values(Case{kDay, "It was signed on 29 February 2020.",
                                                "[29 February 2020] date 2020-02-29 at (on)"},
                                           Case{kDay, "It was signed on 29 February 2019.",
                                                "[February 2019] month 2019-02 at"},
                                           Case{"2019-06-10", "It was signed on 29 February.",
                                                "[29 February] unresolved at (on)"},
                                           Case{kDay, "It was signed on 31 April.",
                                                "[April] month 2020-04 at"},
                                           Case{kDay, "It was signed on 31 December 1999.",
                                                "[31 December 1999] date 1999-12-31 at (on)"}));

INSTANTIATE_TEST_SUITE_P(
    DatesWithoutAYear, TimeTest,
    ::testing::Values(
        Case{kDay, "He resigned on 12 October.", "[12 October] date 2019-10-12 at (on)"},
        Case{kDay, "He will resign on 12 October.", "[12 October] date 2020-10-12 at (on)"},
        Case{kDay, "He will resign on 12 March.", "[12 March] date 2021-03-12 at (on)"},
        Case{kDay, "He resigned on 10 May.", "[10 May] date 2020-05-10 at (on)"},
        Case{kDay, "The meeting, scheduled for 12 June, was cancelled.",
             "[12 June] unresolved at (for)"},
        Case{kDay, "The report is due by 1 July.", "[1 July] date 2020-07-01 by ..2020-07-01 (by)"},
        Case{"", "He resigned on 12 October.", "[12 October] unresolved at (on)"},
        Case{"2020", "He resigned on 12 October.", "[12 October] unresolved at (on)"},
        Case{"2020-05", "He resigned on 3 April and on 3 May.",
             "[3 April] date 2020-04-03 at (on) ; [3 May] unresolved at (on)"}));

INSTANTIATE_TEST_SUITE_P(
    RangesOfDates, TimeTest,
    ::testing::Values(Case{kDay, "The summit of 3-5 May 2019 failed.",
                           "[3-5 May 2019] interval at 2019-05-03..2019-05-05 (of)"},
                      Case{kDay, "The summit of 3–5 May 2019 failed.",
                           "[3–5 May 2019] interval at 2019-05-03..2019-05-05 (of)"},
                      Case{kDay, "The summit was held from 3 to 5 May.",
                           "[3 to 5 May] interval during 2020-05-03..2020-05-05 (from)"},
                      Case{kDay, "The summit was held on May 3-5, 2019.",
                           "[May 3-5, 2019] interval at 2019-05-03..2019-05-05 (on)"},
                      Case{
                          kDay, "The summit ran from 30 April to 2 May 2019.",
                          "[30 April to 2 May 2019] interval during 2019-04-30..2019-05-02 (from)"},
                      Case{kDay, "Between May 3 and 5 it fell.",
                           "[May 3 and 5] interval during 2020-05-03..2020-05-05 (Between)"},
                      Case{kDay, "Between April 3 and May 5 it fell.",
                           "[April 3 and May 5] interval during 2020-04-03..2020-05-05 (Between)"},
                      Case{kDay, "The talks were on 4 and 5 May.",
                           "[4 and 5 May] interval at 2020-05-04..2020-05-05 (on)"},
                      Case{kDay, "The talks were on May 4 and 5.",
                           "[May 4 and 5] interval at 2020-05-04..2020-05-05 (on)"},
                      Case{kDay, "The ban lasts from June 1 to June 5.",
                           "[June 1 to June 5] unresolved during (from)"}));

INSTANTIATE_TEST_SUITE_P(
    Months, TimeTest,
    ::testing::Values(
        Case{kDay, "They met in February 2019.", "[February 2019] month 2019-02 at (in)"},
        Case{kDay, "They met in February of 2019.", "[February of 2019] month 2019-02 at (in)"},
        Case{kDay, "They met in late February 2019.", "[late February 2019] month 2019-02 at (in)"},
        Case{kDay, "They met in February.", "[February] month 2020-02 at (in)"},
        Case{kDay, "They met in December.", "[December] month 2019-12 at (in)"},
        Case{kDay, "They will meet in February.", "[February] month 2021-02 at (in)"},
        Case{kDay, "They had met by December.", "[December] month 2019-12 by ..2019-12 (by)"},
        Case{kDay, "They met last February.", "[last February] month 2020-02 at"},
        Case{kDay, "Next March they will meet.", "[Next March] month 2021-03 at"},
        Case{kDay, "They met in mid-March.", "[mid-March] month 2020-03 at (in)"},
        Case{kDay, "They met in May last year.", "[May last year] month 2019-05 at (in)"},
        Case{kDay, "They plan elections for September.", "[September] month 2020-09 at (for)"},
        Case{kDay, "Elections are held in November.", "[November] unresolved at (in)"},
        Case{kDay, "It fell at the beginning of May.",
             "[the beginning of May] month 2020-05 at (at)"},
        Case{kDay, "The January talks and the May summit failed.",
             "[January] month 2020-01 at modifier ; [May] month 2020-05 at modifier"},
        Case{"", "They met in February.", "[February] unresolved at (in)"},
        Case{"2020", "They met in February.", "[February] unresolved at (in)"}));

INSTANTIATE_TEST_SUITE_P(
    RangesOfMonths, TimeTest,
    ::testing::Values(
        Case{kDay, "The talks went from March to May 2019.",
             "[March to May 2019] interval during 2019-03..2019-05 (from)"},
        Case{kDay, "The talks went from November to February 2019.",
             "[November to February 2019] interval during 2018-11..2019-02 (from)"},
        Case{kDay, "The talks were held in January and February 2019.",
             "[January] month 2019-01 at (in) ; [February 2019] month 2019-02 at (in)"},
        Case{kDay, "Between January and March 2019 it fell.",
             "[January and March 2019] interval during 2019-01..2019-03 (Between)"}));

INSTANTIATE_TEST_SUITE_P(
    Years, TimeTest,
    ::testing::Values(
        Case{kDay, "War broke out in 1914.", "[1914] year 1914 at (in)"},
        Case{kDay, "War broke out in early 2014 and late in 2015.",
             "[early 2014] year 2014 at (in) ; [late in 2015] year 2015 at (in)"},
        Case{kDay, "The war of 2008 was short.", "[2008] year 2008 at (of)"},
        Case{kDay, "He won in 2014, 2016 and 2018.",
             "[2014] year 2014 at (in) ; [2016] year 2016 at (in) ; [2018] year 2018 at (in)"},
        Case{kDay, "The treaty (2015) is dead.", "[2015] year 2015 at"},
        Case{kDay, "2019 was a hard year.", "[2019] year 2019 at"},
        Case{kDay, "The year 2019 was good.", "[The year 2019] year 2019 at"},
        Case{kDay, "In the years 2015 and 2016 it fell.",
             "[the years 2015] year 2015 at (In) ; [2016] year 2016 at (In)"},
        Case{kDay, "By 2025 exports will double.", "[2025] year 2025 by ..2025 (By)"},
        Case{kDay, "In 2019 protesters took the square.", "[2019] year 2019 at (In)"},
        Case{kDay, "In 2019 people took the square.", "[2019] year 2019 at (In)"},
        Case{kDay, "It was a report from 2015.", "[2015] year 2015 at (from)"},
        Case{kDay, "In mid-2015 it fell.", "[mid-2015] year 2015 at (In)"},
        Case{kDay, "He left around 2015.", "[2015] year 2015 at approximate (around)"}));

INSTANTIATE_TEST_SUITE_P(
    YearsBeforeNouns, TimeTest,
    ::testing::Values(
        Case{kDay, "The 2015 agreement collapsed.", "[2015] year 2015 at modifier"},
        Case{kDay, "The 2020 presidential election was close.", "[2020] year 2020 at modifier"},
        Case{kDay, "He watched 2020 election results.", "[2020] year 2020 at modifier"},
        Case{kDay, "Iran's historic 2015 deal collapsed.", "[2015] year 2015 at modifier"},
        Case{kDay, "The 2018-2019 protests ended.", "[2018-2019] interval at 2018..2019 modifier"},
        Case{kDay, "In the 2019/20 season they won.", "[2019/20] interval at 2019..2020 modifier"},
        Case{kDay, "After the 2001 invasion they stayed.", "[2001] year 2001 at modifier"},
        Case{kDay, "The 2007 starting date was kept.", "[2007] year 2007 at modifier"},
        Case{kDay, "The post-2015 order and pre-2001 borders vanished.",
             "[post-2015] year 2015 after 2015.. modifier ; [pre-2001] year 2001 before ..2001 "
             "modifier"},
        Case{kDay, "The end of the 2015 agreement came.", "[2015] year 2015 at modifier"}));

INSTANTIATE_TEST_SUITE_P(
    Seasons, TimeTest,
    ::testing::Values(Case{kDay, "They met in spring 2020.", "[spring 2020] year 2020 at (in)"},
                      Case{kDay, "They met in the spring of 2019.",
                           "[the spring of 2019] year 2019 at (in)"},
                      Case{kDay, "They met in the winter of 2019-20.",
                           "[the winter of 2019-20] interval at 2019..2020 (in)"},
                      Case{kDay, "They met last summer.", "[last summer] year 2019 at"},
                      Case{kDay, "They will meet this autumn.", "[this autumn] year 2020 at"},
                      Case{"2020-12-10", "They met last summer.", "[last summer] unresolved at"},
                      Case{kDay, "They met last winter.", "[last winter] unresolved at"},
                      Case{kDay, "They met in the summer.", "[the summer] unresolved at (in)"},
                      Case{kDay, "The fall 2019 term began.", "[fall 2019] year 2019 at modifier"},
                      Case{"", "They met last summer.", "[last summer] unresolved at"}));

INSTANTIATE_TEST_SUITE_P(
    DecadesAndCenturies, TimeTest,
    ::testing::Values(
        Case{kDay, "In the 1990s, prices fell.", "[the 1990s] interval at 1990..1999 (In)"},
        Case{kDay, "In the late 1980s, prices fell.",
             "[the late 1980s] interval at 1980..1989 (In)"},
        Case{kDay, "In the mid-1990s prices fell.", "[the mid-1990s] interval at 1990..1999 (In)"},
        Case{kDay, "In the nineties prices fell.", "[the nineties] interval at 1990..1999 (In)"},
        Case{kDay, "In the '90s prices fell.", "[the '90s] interval at 1990..1999 (In)"},
        Case{kDay, "In the twenties prices fell.", "[the twenties] unresolved at (In)"},
        Case{kDay, "In the 1900s prices fell.", "[the 1900s] interval at 1900..1999 (In)"},
        Case{kDay, "Since the early 2000s prices have fallen.",
             "[the early 2000s] interval since 2000.. (Since)"},
        Case{kDay, "In the 19th century prices fell.",
             "[the 19th century] interval at 1801..1900 (In)"},
        Case{kDay, "A twenty-first-century war has begun.",
             "[twenty-first-century] interval at 2001..2100 modifier"},
        Case{kDay, "The border has stood since the nineteenth century.",
             "[the nineteenth century] interval since 1801.. (since)"},
        Case{kDay, "This century and this decade are new.",
             "[This century] interval at 2001..2100 ; [this decade] interval at 2020..2029"}));

INSTANTIATE_TEST_SUITE_P(
    Weekdays, TimeTest,
    ::testing::Values(
        Case{kDay, "They met on Monday.", "[Monday] date 2020-05-04 at (on)"},
        Case{kDay, "They met on Sunday.", "[Sunday] date 2020-05-10 at (on)"},
        Case{kDay, "They meet Friday.", "[Friday] date 2020-05-08 at"},
        Case{kDay, "They will meet on Monday.", "[Monday] date 2020-05-11 at (on)"},
        Case{kDay, "They will meet on Sunday.", "[Sunday] date 2020-05-10 at (on)"},
        Case{kDay, "They are due to meet on Tuesday.", "[Tuesday] date 2020-05-12 at (on)"},
        Case{kDay, "They were due to meet on Tuesday.", "[Tuesday] date 2020-05-05 at (on)"},
        Case{kDay, "They agreed to meet on Tuesday.", "[Tuesday] date 2020-05-12 at (on)"},
        Case{kDay, "They may have met on Tuesday.", "[Tuesday] date 2020-05-05 at (on)"},
        Case{kDay, "The vote on Monday will decide.", "[Monday] date 2020-05-11 at (on)"},
        Case{kDay, "They met last Friday.", "[last Friday] date 2020-05-08 at"},
        Case{kDay, "They will meet next Friday.", "[next Friday] date 2020-05-15 at"},
        Case{"2020-05-08", "They met last Friday and will meet next Friday.",
             "[last Friday] date 2020-05-01 at ; [next Friday] date 2020-05-15 at"},
        Case{kDay, "This Monday they met.", "[This Monday] date 2020-05-04 at"},
        Case{kDay, "This past Monday they met.", "[This past Monday] date 2020-05-04 at"},
        Case{kDay, "They met on Monday night.", "[Monday night] date 2020-05-04 at (on)"},
        Case{kDay, "They met on Friday of last week.",
             "[Friday of last week] date 2020-05-01 at (on)"},
        Case{kDay, "They worked from Monday to Friday.",
             "[Monday to Friday] interval during 2020-05-04..2020-05-08 (from)"},
        Case{kDay, "They will work from Monday through Friday.",
             "[Monday through Friday] interval during 2020-05-11..2020-05-15 (from)"},
        Case{kDay, "Friday's vote was lost.", "[Friday] date 2020-05-08 at modifier"},
        Case{"", "They met on Monday.", "[Monday] unresolved at (on)"},
        Case{"2020-05", "They met on Monday.", "[Monday] unresolved at (on)"}));

INSTANTIATE_TEST_SUITE_P(
    DaysFromToday, TimeTest,
    ::testing::Values(
        Case{kDay, "They met today, yesterday and tomorrow.",
             "[today] date 2020-05-10 at ; [yesterday] date 2020-05-09 at ; [tomorrow] date "
             "2020-05-11 at"},
        Case{"2020-03-01", "They met yesterday.", "[yesterday] date 2020-02-29 at"},
        Case{"2019-03-01", "They met yesterday.", "[yesterday] date 2019-02-28 at"},
        Case{"2020-12-31", "They will meet tomorrow.", "[tomorrow] date 2021-01-01 at"},
        Case{kDay, "They met the day before yesterday.",
             "[the day before yesterday] date 2020-05-08 at"},
        Case{kDay, "They will meet the day after tomorrow.",
             "[the day after tomorrow] date 2020-05-12 at"},
        Case{kDay, "They met last night and will meet this evening.",
             "[last night] date 2020-05-09 at ; [this evening] date 2020-05-10 at"},
        Case{kDay, "Today's vote will be close.", "[Today] date 2020-05-10 at modifier"},
        Case{"", "They met yesterday.", "[yesterday] unresolved at"}));

INSTANTIATE_TEST_SUITE_P(
    UnitsFromToday, TimeTest,
    ::testing::Values(
        Case{kDay, "They met last year.", "[last year] year 2019 at"},
        Case{kDay, "They met the year before last.", "[the year before last] year 2018 at"},
        Case{"2020-01-10", "They met last month.", "[last month] month 2019-12 at"},
        Case{"2020-05", "They met this month and last month.",
             "[this month] month 2020-05 at ; [last month] month 2020-04 at"},
        Case{"2020", "They met last year and last month.",
             "[last year] year 2019 at ; [last month] unresolved at"},
        Case{kDay, "They met last week.", "[last week] interval at 2020-04-27..2020-05-03"},
        Case{kDay, "They will meet next week.", "[next week] interval at 2020-05-11..2020-05-17"},
        Case{kDay, "They met earlier this year.", "[earlier this year] year 2020 at"},
        Case{kDay, "They met late last year.", "[late last year] year 2019 at"},
        Case{kDay, "They will meet later this month.", "[later this month] month 2020-05 at"},
        Case{kDay, "They will meet this weekend.",
             "[this weekend] interval at 2020-05-09..2020-05-10"},
        Case{kDay, "Last year's talks failed.", "[Last year] year 2019 at modifier"},
        Case{"", "They met last year.", "[last year] unresolved at"}));

INSTANTIATE_TEST_SUITE_P(
    StretchesFromToday, TimeTest,
    ::testing::Values(Case{kDay, "Over the past five years, trade grew.",
                           "[the past five years] interval during 2015..2020 (Over)"},
                      Case{kDay, "Over the past two weeks, trade grew.",
                           "[the past two weeks] interval during 2020-04-26..2020-05-10 (Over)"},
                      Case{kDay, "In the last three months, trade grew.",
                           "[the last three months] interval at 2020-02..2020-05 (In)"},
                      Case{kDay, "In the past year, trade grew.",
                           "[the past year] interval at 2019..2020 (In)"},
                      Case{kDay, "Over the next decade, trade will grow.",
                           "[the next decade] interval during 2020..2030 (Over)"},
                      Case{kDay, "In the coming weeks, trade will grow.",
                           "[the coming weeks] unresolved at (In)"},
                      Case{kDay, "In the next few months, trade will grow.",
                           "[the next few months] unresolved at (In)"},
                      Case{"", "Over the past five years, trade grew.",
                           "[the past five years] unresolved during (Over)"}));

INSTANTIATE_TEST_SUITE_P(
    CountedBack, TimeTest,
    ::testing::Values(
        Case{kDay, "They met two years ago.", "[two years ago] year 2018 at"},
        Case{kDay, "They met three months ago.", "[three months ago] month 2020-02 at"},
        Case{"2020-03-31", "They met a month ago.", "[a month ago] month 2020-02 at"},
        Case{"2020-02-29", "They met a year ago.", "[a year ago] year 2019 at"},
        Case{"2020-03-02", "They met two days ago.", "[two days ago] date 2020-02-29 at"},
        Case{kDay, "They met two weeks ago.", "[two weeks ago] interval at 2020-04-23..2020-04-29"},
        Case{kDay, "They met a decade ago.", "[a decade ago] interval at 2005..2015"},
        Case{kDay, "They met a year and a half ago.",
             "[a year and a half ago] interval at 2018-08..2019-02"},
        Case{kDay, "They met about two years ago.",
             "[about two years ago] year 2018 at approximate"},
        Case{kDay, "They met several years ago.", "[several years ago] unresolved ago"},
        Case{kDay, "They met an hour ago.", "[an hour ago] duration PT1H ago"},
        Case{kDay, "Two years from now they will meet.", "[Two years from now] year 2022 at"},
        Case{"", "They met two years ago.", "[two years ago] duration P2Y ago"}));

INSTANTIATE_TEST_SUITE_P(
    CountedFromElsewhere, TimeTest,
    ::testing::Values(
        Case{kDay, "Three days later they met.", "[Three days later] duration P3D later"},
        Case{kDay, "They had met a year earlier.", "[a year earlier] duration P1Y earlier"},
        Case{kDay, "They had met the previous day.", "[the previous day] duration P1D earlier"},
        Case{kDay, "They met the following month.", "[the following month] duration P1M later"},
        Case{kDay, "They met the next day.", "[the next day] duration P1D later"},
        Case{kDay, "They met the day before.", "[the day before] duration P1D earlier"},
        Case{kDay, "They met two days before the vote.", "[two days] duration P2D before"},
        Case{kDay, "They met a week after the vote.", "[a week] duration P7D after"},
        Case{kDay, "They met later that year.", "[later that year] unresolved at"},
        Case{kDay, "They left the same day.", "[the same day] unresolved at"},
        Case{kDay, "Weeks later they met.", "[Weeks later] unresolved later"}));

INSTANTIATE_TEST_SUITE_P(
    Boundaries, TimeTest,
    ::testing::Values(
        Case{kDay, "The ban has held since 2014.", "[2014] year 2014 since 2014.. (since)"},
        Case{kDay, "The ban has held since at least 2014.",
             "[2014] year 2014 since 2014.. approximate (since)"},
        Case{kDay, "The ban has held since Thursday.",
             "[Thursday] date 2020-05-07 since 2020-05-07.. (since)"},
        Case{kDay, "The ban will end by 2030.", "[2030] year 2030 by ..2030 (by)"},
        Case{kDay, "The ban holds until next year.", "[next year] year 2021 until ..2021 (until)"},
        Case{kDay, "The ban must end by Friday.", "[Friday] date 2020-05-15 by ..2020-05-15 (by)"},
        Case{kDay, "The ban must end no later than Friday.",
             "[Friday] date 2020-05-15 by ..2020-05-15 (than)"},
        Case{kDay, "They gave him until Friday to leave.",
             "[Friday] date 2020-05-15 until ..2020-05-15 (until)"},
        Case{kDay, "The ban holds as of 1 June 2020.",
             "[1 June 2020] date 2020-06-01 since 2020-06-01.. (of)"},
        Case{kDay, "The ban applies from January 2021.",
             "[January 2021] month 2021-01 since 2021-01.. (from)"},
        Case{kDay, "The ban applies from Monday.",
             "[Monday] date 2020-05-11 since 2020-05-11.. (from)"},
        Case{kDay, "The ban applied from Monday.",
             "[Monday] date 2020-05-04 since 2020-05-04.. (from)"},
        Case{kDay, "The ban fell prior to 2014 and holds through 2030.",
             "[2014] year 2014 before ..2014 (to) ; [2030] year 2030 until ..2030 (through)"},
        Case{kDay, "He ruled before 2019 and after 2020.",
             "[2019] year 2019 before ..2019 (before) ; [2020] year 2020 after 2020.. (after)"},
        Case{kDay, "The ban will end by the end of 2020.",
             "[the end of 2020] year 2020 by ..2020 (by)"},
        Case{kDay, "The ban will end by the end of the year.",
             "[the end of the year] year 2020 by ..2020 (by)"},
        Case{"", "The ban will end by the end of the year.",
             "[the end of the year] unresolved by (by)"},
        Case{kDay, "Since the 1990s prices have fallen.",
             "[the 1990s] interval since 1990.. (Since)"},
        Case{kDay, "By the mid-2030s prices will fall.", "[the mid-2030s] interval by ..2039 (By)"},
        Case{kDay, "Throughout 2019 prices fell.", "[2019] year 2019 during (Throughout)"}));

INSTANTIATE_TEST_SUITE_P(
    Intervals, TimeTest,
    ::testing::Values(
        Case{kDay, "He ruled from 2009 to 2017.",
             "[2009 to 2017] interval during 2009..2017 (from)"},
        Case{kDay, "He ruled between 2014 and 2016.",
             "[2014 and 2016] interval during 2014..2016 (between)"},
        Case{kDay, "He ruled between 2014 and the end of 2016.",
             "[2014 and the end of 2016] interval during 2014..2016 (between)"},
        Case{kDay, "The war (2009-2012) was long.", "[2009-2012] interval at 2009..2012"},
        Case{kDay, "The war of 2009–2012 was long.", "[2009–2012] interval at 2009..2012 (of)"},
        Case{kDay, "It grew in 2015-18.", "[2015-18] interval at 2015..2018 (in)"},
        Case{kDay, "It grew in 2005-09.", "[2005-09] unresolved at (in)"},
        Case{kDay, "From late 2018 until early 2020 it fell.",
             "[late 2018 until early 2020] interval during 2018..2020 (From)"},
        Case{kDay, "From 2015 to this year it fell.",
             "[2015 to this year] interval during 2015..2020 (From)"},
        Case{kDay, "It fell in the first half of 2019.",
             "[the first half of 2019] interval at 2019-01..2019-06 (in)"},
        Case{kDay, "It fell in the second quarter of 2018.",
             "[the second quarter of 2018] interval at 2018-04..2018-06 (in)"}));

INSTANTIATE_TEST_SUITE_P(
    Durations, TimeTest,
    ::testing::Values(
        Case{kDay, "The treaty was extended for another five years.",
             "[another five years] duration P5Y for (for)"},
        Case{kDay, "The treaty was extended by up to five years.",
             "[up to five years] duration P5Y for approximate (by)"},
        Case{kDay, "It was shut for three months.", "[three months] duration P3M for (for)"},
        Case{kDay, "They must leave within 30 days.", "[30 days] duration P30D within (within)"},
        Case{kDay, "He got two and a half years in prison.",
             "[two and a half years] duration P30M for"},
        Case{kDay, "It lasted twenty-five years.", "[twenty-five years] duration P25Y for"},
        Case{kDay, "It lasted 48 hours.", "[48 hours] duration PT48H for"},
        Case{kDay, "It lasted 1.5 years.", "[1.5 years] duration P18M for"},
        Case{kDay, "It lasted half a century.", "[half a century] duration P50Y for"},
        Case{kDay, "It lasted a year.", "[a year] duration P1Y for"},
        Case{kDay, "It lasted more than a year.",
             "[more than a year] duration P1Y for approximate"},
        Case{kDay, "It lasted for decades.", "[decades] unresolved for (for)"},
        Case{kDay, "After two years of war they talked.", "[two years] duration P2Y after (After)"},
        Case{kDay, "A year of war followed.", "[A year] duration P1Y for"},
        Case{kDay, "It takes two to three years.", "[two to three years] unresolved for"},
        Case{kDay, "Over the course of two decades it grew.", "[two decades] duration P20Y for"},
        Case{kDay, "In the 18 months since the coup, he has ruled by decree.",
             "[the 18 months] duration P18M within (In)"},
        Case{kDay, "It was the first visit in more than 20 years.",
             "[more than 20 years] duration P20Y within approximate (in)"},
        Case{kDay, "They stayed for less than a year.",
             "[less than a year] duration P1Y for approximate (for)"}));

INSTANTIATE_TEST_SUITE_P(
    DurationsBeforeNouns, TimeTest,
    ::testing::Values(
        Case{kDay, "They agreed a two-week truce.", "[two-week] duration P14D for modifier"},
        Case{kDay, "They agreed a two week truce.", "[two week] duration P14D for modifier"},
        Case{kDay, "They signed a five-year extension.", "[five-year] duration P5Y for modifier"},
        Case{kDay, "In the 12-month period prices fell.", "[12-month] duration P12M for modifier"},
        Case{kDay, "It was a month-long siege.", "[month-long] duration P1M for modifier"},
        Case{kDay, "The two-year-long war and weeks-long talks ended.",
             "[two-year-long] duration P2Y for modifier ; [weeks-long] unresolved for modifier"},
        Case{kDay, "He got two years' house arrest.", "[two years] duration P2Y for modifier"}));

INSTANTIATE_TEST_SUITE_P(
    AcrossOneSentence, TimeTest,
    ::testing::Values(
        Case{kDay, "On Friday President Smith resigned, a day after the vote he had lost in April.",
             "[Friday] date 2020-05-08 at (On) ; [a day] duration P1D after ; [April] month "
             "2020-04 at (in)"},
        Case{kDay,
             "In 2015 Iran agreed, and since then it has kept to the deal of last July for two "
             "years.",
             "[2015] year 2015 at (In) ; [last July] month 2019-07 at (of) ; [two years] duration "
             "P2Y for (for)"},
        Case{kDay, "A year ago this week, the deal was signed.",
             "[A year ago] year 2019 at ; [this week] interval at 2020-05-04..2020-05-10"},
        Case{kDay, "Nearly two decades after the 2001 invasion, troops will leave by September.",
             "[Nearly two decades] duration P20Y after approximate ; [2001] year 2001 at modifier "
             "; [September] month 2020-09 by ..2020-09 (by)"},
        Case{kDay,
             "The president, elected in 2016, will leave office in January 2021 after four years.",
             "[2016] year 2016 at (in) ; [January 2021] month 2021-01 at (in) ; [four years] "
             "duration P4Y after (after)"}));

INSTANTIATE_TEST_SUITE_P(
    NotMonths, TimeTest,
    ::testing::Values(
        Case{kDay, "They may leave.", ""}, Case{kDay, "May I ask?", ""},
        Case{kDay, "Theresa May resigned. The vote was lost by May. The May government fell.", ""},
        Case{kDay, "Theresa May resigned in May 2019.", "[May 2019] month 2019-05 at (in)"},
        Case{kDay, "They march on the capital.", ""},
        Case{kDay, "March on the capital, he said.", ""}, Case{kDay, "April Jones left.", ""},
        Case{kDay, "In May 20 people died.", "[May] month 2020-05 at (In)"}));

INSTANTIATE_TEST_SUITE_P(NotYears, TimeTest,
                         ::testing::Values(Case{kDay, "He sent 1500 soldiers.", ""},
                                           Case{kDay, "He counted 2019 people.", ""},
                                           Case{kDay, "It killed nearly 2000 of them.", ""},
                                           Case{kDay, "It rose by 2000 troops.", ""},
                                           Case{kDay, "From 1500 to 2000 soldiers came.", ""},
                                           Case{kDay, "Between 1500 and 2000 fighters remain.", ""},
                                           Case{kDay, "He cited Resolution 1701 and Article 1950.",
                                                ""},
                                           Case{kDay, "It costs $2019 or 1999 euros.", ""},
                                           Case{kDay, "It is a 2000 year old custom.", ""},
                                           Case{kDay, "It was in 500 BC or in 1500 BC.", ""}));

INSTANTIATE_TEST_SUITE_P(
    NotTimes, TimeTest,
    ::testing::Values(
        Case{kDay, "The second man left.", ""}, Case{kDay, "The Sun reported it.", ""},
        Case{kDay, "The Sunday Times reported it.", ""},
        Case{kDay, "The Good Friday Agreement held.", ""},
        Case{kDay, "The Six-Day War and the Hundred Years' War were long.", ""},
        Case{kDay, "On 3/4/2020 they met.", ""},
        Case{kDay, "The fall of the government was quick.", ""},
        Case{kDay, "They spring into action.", ""}, Case{kDay, "The Prague Spring was short.", ""},
        Case{kDay, "They have met recently.", ""}, Case{kDay, "In recent years it fell.", ""},
        Case{kDay, "At the end of the war he left.", ""},
        Case{kDay, "The last day of the talks was quiet.", ""}));

INSTANTIATE_TEST_SUITE_P(NotDurations, TimeTest,
                         ::testing::Values(Case{kDay, "They meet every two years and once a week.",
                                                ""},
                                           Case{kDay, "He earns 100 dollars a day.", ""},
                                           Case{kDay, "One day it will end.", ""},
                                           Case{kDay, "A 12-year-old boy died aged 12 years.", ""},
                                           Case{kDay, "It is two years old.", ""},
                                           Case{kDay, "A quarter of the voters left.", ""},
                                           Case{kDay, "He works on Mondays.", ""},
                                           Case{kDay, "Every Monday they meet.", ""}));

TEST(TimeLayerTest, SentencesHaveTheirTimes) {
  const text::Document document =
      testudo::testing::document("They met in 2014. They talked. They left in 2016 and 2017.");
  const Analysis a = analysed(document);
  ASSERT_EQ(a.sentences.size(), 3U);
  EXPECT_EQ(a.sentences[0].last_time - a.sentences[0].first_time, 1U);
  EXPECT_EQ(a.sentences[1].last_time - a.sentences[1].first_time, 0U);
  EXPECT_EQ(a.sentences[2].last_time - a.sentences[2].first_time, 2U);
}

TEST(TimeLayerTest, EveryTimeIsWithinItsSentenceAndHasItsHeadInside) {
  const text::Document document = testudo::testing::document(
      "On Monday, 4 May 2020, after two years ago, until the end of the first half of 2019-20. "
      "Last, past, this. The year before. Between. From 3 to. Half a. Twenty-. In the. 1. May 3-.");
  const Analysis a = analysed(document);
  std::uint32_t end = 0;
  for (const SentenceLayers& sentence : a.sentences) {
    for (std::uint32_t t = sentence.first_time; t < sentence.last_time; ++t) {
      const TimeExpression& time = a.times[t];
      EXPECT_LE(end, time.span.begin);
      EXPECT_TRUE(sentence.tokens.contains(time.span)) << a.text(time.span);
      EXPECT_TRUE(time.span.contains(time.head)) << a.text(time.span);
      end = time.span.end;
    }
  }
  EXPECT_GT(a.times.size(), 2U);
}

TEST(TimeLayerTest, HeadsAreTheWordsThatCarryTheTime) {
  const text::Document document = testudo::testing::document(
      "On the 3rd of May, 2019, he left for five years. Last week he won the 2020 vote.");
  const Analysis a = analysed(document);
  std::string heads;
  for (const TimeExpression& time : a.times) heads += std::string(a.text(time.head)) + " ";
  EXPECT_EQ(heads, "May years week 2020 ");
}

TEST(TimeLayerTest, KindsOfBoundsFollowTheirValues) {
  text::Document document =
      testudo::testing::document("It ran from late 2018 until 3 May 2019 and since April.");
  document.metadata.date = kDay;
  const Analysis a = analysed(document);
  ASSERT_EQ(a.times.size(), 2U);
  EXPECT_EQ(a.times[0].begin.kind, TimeKind::Year);
  EXPECT_EQ(a.times[0].end.kind, TimeKind::Date);
  EXPECT_EQ(a.times[1].begin.kind, TimeKind::YearMonth);
  EXPECT_EQ(a.times[1].end.kind, TimeKind::Unresolved);  // open
}

}  // namespace
}  // namespace testudo::english
