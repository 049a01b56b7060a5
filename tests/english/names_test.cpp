// Names and actors of whole sentences, read with the built-in word lists and a small lexicon of the
// test's own. Every sentence is printed as one line.
#include "english/names.h"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

#include "support/fixture.h"

namespace testudo::english {
namespace {

// A lexicon of a few countries with their demonyms, a capital that stands for one, a person, two
// organizations, a concept and an office.
const pack::Pack& small_pack() {
  static const std::shared_ptr<const pack::Pack> pack = [] {
    std::string turtle;
    constexpr std::array<std::array<const char*, 2>, 21> kCountries = {
        {{"Armenia", "Armenian"},  {"Britain", "British"},  {"Canada", "Canadian"},
         {"Chad", "Chadian"},      {"France", "French"},    {"Greece", "Greek"},
         {"Hungary", "Hungarian"}, {"Israel", "Israeli"},   {"Kenya", "Kenyan"},
         {"Kyrgyzstan", "Kyrgyz"}, {"Libya", "Libyan"},     {"Niger", "Nigerien"},
         {"Nigeria", "Nigerian"},  {"Romania", "Romanian"}, {"Russia", "Russian"},
         {"Switzerland", "Swiss"}, {"Syria", "Syrian"},     {"Taiwan", "Taiwanese"},
         {"Turkey", "Turkish"},    {"Zambia", "Zambian"},   {"U.S.", "American"}}};
    for (std::size_t i = 0; i < kCountries.size(); ++i) {
      turtle += "id:c" + std::to_string(i) + " a kb:Place ; skos:prefLabel \"" + kCountries[i][0] +
                "\"@en ; t:demonym \"" + kCountries[i][1] + "\"@en .\n";
    }
    turtle += R"(
id:c4 t:inhabitant "Frenchman"@en .
id:Denmark a kb:Place ; skos:prefLabel "Denmark"@en ; t:demonym "Danish"@en ; t:inhabitant "Dane"@en .
id:Moscow a kb:Place ; skos:prefLabel "Moscow"@en ; t:metonymOf id:c14 .
id:Baghdad a kb:Place ; skos:prefLabel "Baghdad"@en .
id:Damascus a kb:Place ; skos:prefLabel "Damascus"@en .
id:Biden a kb:Person ; skos:prefLabel "Joe Biden"@en ; t:familyName "Biden"@en .
id:SC a kb:Organization ; skos:prefLabel "Security Council"@en .
id:SD a kb:Organization ; skos:prefLabel "State Department"@en .
id:arms_race a kb:Concept ; skos:prefLabel "arms race"@en .
id:pm a kb:Concept ; skos:prefLabel "prime minister"@en .
)";
    Diagnostics problems;
    auto loaded = testing::load(turtle, problems);
    for (const Diagnostic& d : problems) std::fprintf(stderr, "%s\n", to_string(d).c_str());
    return loaded;
  }();
  TESTUDO_CHECK(pack != nullptr);
  return *pack;
}

// Analyses a text and prints its layers.
class Read {
 public:
  explicit Read(const std::string& text) : document_(testing::document(text)) {
    small_pack().analyser().analyse(document_, a_);
  }

  // "person: Imre Vas title=Gen. given=Imre family=Vas; place: …". The description only where it
  // is more than the name; * where the lexicon knows the name or a part of it.
  std::string names() const {
    std::string out;
    for (const NameMention& n : a_.names) {
      out += (out.empty() ? "" : "; ") + std::string(to_string(n.kind)) + ": " + text(n.span);
      if (n.mention != kNone) out += "*";
      if (n.whole != n.span) out += " [" + text(n.whole) + "]";
      add(out, "title", n.title);
      add(out, "role", n.role);
      if (n.country != kNone) add(out, "of", a_.mentions[n.country].span);
      add(out, "given", n.given);
      add(out, "family", n.family);
      if (n.acronym_of != kNone) add(out, "short-for", a_.names[n.acronym_of].span);
    }
    return out;
  }

  // "government: Senior Hungarian officials of=Hungarian; …".
  std::string actors() const {
    std::string out;
    for (const GroupMention& g : a_.actors) {
      out += (out.empty() ? "" : "; ") + std::string(to_string(g.kind)) + ": " + text(g.span);
      for (std::uint32_t c = g.first_country; c < g.last_country; ++c)
        add(out, "of", a_.mentions[a_.actor_countries[c]].span);
    }
    return out;
  }

  const Analysis& analysis() const { return a_; }

 private:
  std::string text(TokenSpan span) const { return std::string(a_.text(span)); }
  void add(std::string& out, const char* key, TokenSpan span) const {
    if (!span.empty()) out += std::string(" ") + key + "=" + text(span);
  }

  text::Document document_;
  Analysis a_;
};

struct Example {
  const char* text;
  const char* expected;
};

constexpr Example kNames[] = {
    {"Kyrgyz Prime Minister Almaz Toktorov arrived on Monday.",
     "person: Almaz Toktorov [Kyrgyz Prime Minister Almaz Toktorov] title=Prime Minister of=Kyrgyz "
     "given=Almaz family=Toktorov"},
    {"President Belian met Mr. Katchar.",
     "person: Belian [President Belian] title=President family=Belian; person: Katchar [Mr. "
     "Katchar] title=Mr. family=Katchar"},
    {"Gen. Otto Kranz and Lt. Col. Imre Vas were arrested.",
     "person: Otto Kranz [Gen. Otto Kranz] title=Gen. given=Otto family=Kranz; person: Imre Vas "
     "[Lt. Col. Imre Vas] title=Lt. Col. given=Imre family=Vas"},
    {"Senator Olga Brandt voted against the bill.",
     "person: Olga Brandt [Senator Olga Brandt] title=Senator given=Olga family=Brandt"},
    {"Foreign Minister Petra Lindqvist resigned.",
     "person: Petra Lindqvist [Foreign Minister Petra Lindqvist] title=Foreign Minister "
     "given=Petra family=Lindqvist"},
    {"Planning and Investment Minister Tran Van Loc said exports rose.",
     "person: Tran Van Loc [Planning and Investment Minister Tran Van Loc] title=Planning and "
     "Investment Minister given=Van Loc family=Tran"},
    {"Minister of Water Resources Hassan Odeh resigned.",
     "person: Hassan Odeh [Minister of Water Resources Hassan Odeh] title=Minister of Water "
     "Resources given=Hassan family=Odeh"},
    {"Secretary of State Warren Blake arrived in Gorben.",
     "person: Warren Blake [Secretary of State Warren Blake] title=Secretary of State given=Warren "
     "family=Blake; place: Gorben"},
    {"Presidents Aram Belian and Levon Katchar signed the treaty.",
     "person: Aram Belian [Presidents Aram Belian] title=Presidents given=Aram family=Belian; "
     "person: Levon Katchar title=Presidents given=Levon family=Katchar"},
    {"Queen Beatrix II opened the session.",
     "person: Beatrix II [Queen Beatrix II] title=Queen given=Beatrix"},
    {"Rebel leader Jomo Adeyi was killed.",
     "person: Jomo Adeyi [Rebel leader Jomo Adeyi] role=Rebel leader given=Jomo family=Adeyi"},
    {"The army spokesman Imre Vas said nothing.",
     "person: Imre Vas [army spokesman Imre Vas] role=army spokesman given=Imre family=Vas"},
    {"Former dictator Sefu Okoro died in exile.",
     "person: Sefu Okoro [Former dictator Sefu Okoro] role=dictator given=Sefu family=Okoro"},
    {"The late Aram Belian founded the movement.",
     "person: Aram Belian [late Aram Belian] given=Aram family=Belian"},
    {"State Department spokesman Orrin Teal declined to comment.",
     "organization: State Department*; person: Orrin Teal [State Department spokesman Orrin Teal] "
     "role=spokesman given=Orrin family=Teal"},
    {"Syria's foreign minister, Walid Harmoun, flew home.",
     "place: Syria*; person: Walid Harmoun [Syria's foreign minister, Walid Harmoun] role=foreign "
     "minister of=Syria given=Walid family=Harmoun"},
    {"Syria's foreign minister Walid Harmoun flew home.",
     "place: Syria*; person: Walid Harmoun [Syria's foreign minister Walid Harmoun] role=foreign "
     "minister of=Syria given=Walid family=Harmoun"},
    {"Imre Vas, a spokesman for the union, said talks had failed.",
     "person: Imre Vas [Imre Vas, a spokesman] role=spokesman given=Imre family=Vas"},
    {"Zarko Minich, the president of Armenia, apologized.",
     "person: Zarko Minich [Zarko Minich, the president of Armenia] role=president of=Armenia "
     "given=Zarko family=Minich; place: Armenia*"},
    {"Zarko Minich, Armenia's prime minister, apologized.",
     "person: Zarko Minich [Zarko Minich, Armenia's prime minister] role=prime minister of=Armenia "
     "given=Zarko family=Minich; place: Armenia*"},
    {"Zarko Minich, head of the railways, apologized.",
     "person: Zarko Minich [Zarko Minich, head] role=head given=Zarko family=Minich"},
    {"Zarko Minich, 45, was sentenced.", "person: Zarko Minich given=Zarko family=Minich"},
    {"Zarko Minich, who fled in May, was sentenced.",
     "person: Zarko Minich given=Zarko family=Minich"},
    {"Zarko Minich told reporters that he would appeal.",
     "person: Zarko Minich given=Zarko family=Minich"},
    {"British Defence Secretary Tom King promised help.",
     "person: Tom King [British Defence Secretary Tom King] title=Defence Secretary of=British "
     "given=Tom family=King"},
    {"Hungarian writer Zarko Minich won the prize.",
     "person: Zarko Minich [Hungarian writer Zarko Minich] role=writer of=Hungarian given=Zarko "
     "family=Minich"},
    {"The president of Armenia Zarko Minich apologized.",
     "person: Zarko Minich [president of Armenia Zarko Minich] role=president of=Armenia "
     "given=Zarko family=Minich"},
    {"Imre Vas spoke. Vas was tired.",
     "person: Imre Vas given=Imre family=Vas; person: Vas family=Vas"},
    {"Zarko Minich spoke. Then Minich left, and General Zarko Minich was arrested.",
     "person: Zarko Minich given=Zarko family=Minich; person: Minich family=Minich; person: Zarko "
     "Minich [General Zarko Minich] title=General given=Zarko family=Minich"},
    {"Ursula von der Stetten spoke.",
     "person: Ursula von der Stetten given=Ursula family=von der Stetten"},
    {"Salman al-Harbi and Omar bin Yasir spoke.",
     "person: Salman al-Harbi given=Salman family=al-Harbi; person: Omar bin Yasir given=Omar "
     "family=bin Yasir"},
    {"Kim Tae-sung met Park Chul-woo.",
     "person: Kim Tae-sung given=Tae-sung family=Kim; person: Park Chul-woo given=Chul-woo "
     "family=Park"},
    {"Kwok Ka-lam was elected.", "person: Kwok Ka-lam given=Ka-lam family=Kwok"},
    {"Xi Wenlong chaired the meeting.", "person: Xi Wenlong given=Wenlong family=Xi"},
    {"Tony Hall and Marc Amon Hill sang.",
     "person: Tony Hall given=Tony family=Hall; person: Marc Amon Hill given=Marc Amon "
     "family=Hill"},
    {"Stephen King signed books.", "person: Stephen King given=Stephen family=King"},
    {"Martin Vas, Jr. inherited the firm.", "person: Martin Vas, Jr. given=Martin family=Vas"},
    {"George W. Keller lost.", "person: George W. Keller given=George W. family=Keller"},
    {"Joe Biden met Arvo Biden.",
     "person: Joe Biden* given=Joe family=Biden; person: Arvo Biden* given=Arvo family=Biden"},
    {"Israel Katzner resigned.", "person: Israel Katzner given=Israel family=Katzner"},
    {"The Ministry of Trade and Industry closed.", "organization: Ministry of Trade and Industry"},
    {"The Ministry of Foreign Affairs of Hungary protested.",
     "organization: Ministry of Foreign Affairs of Hungary of=Hungary"},
    {"The Tarvel Party and the Gorben Front merged.",
     "organization: Tarvel Party; organization: Gorben Front"},
    {"Veles Corp. bought Orbis Ltd. and Karst, Inc. for $5 million.",
     "organization: Veles Corp.; organization: Orbis Ltd.; organization: Karst, Inc."},
    {"The Nigerian Union of Bakers called a strike.",
     "organization: Nigerian Union of Bakers of=Nigerian"},
    {"The Canadian Polar Research Institute opened.",
     "organization: Canadian Polar Research Institute of=Canadian"},
    {"U.S. officials praised the Swiss Agency for Development and Cooperation.",
     "place: U.S.*; organization: Swiss Agency for Development and Cooperation of=Swiss"},
    {"The National Union for the Liberation of Chad surrendered.",
     "organization: National Union for the Liberation of Chad of=Chad"},
    {"The People's Party of Armenia won.", "organization: People's Party of Armenia of=Armenia"},
    {"Fighters of the Women's Brigade surrendered.", "organization: Women's Brigade"},
    {"General Electric Company hired workers.", "organization: General Electric Company"},
    {"The Security Council met.", "organization: Security Council*"},
    {"The Free Liberation Front (FLF) attacked. The FLF denied it.",
     "organization: Free Liberation Front; organization: FLF short-for=Free Liberation Front; "
     "organization: FLF short-for=Free Liberation Front"},
    {"The FLF (Free Liberation Front) attacked.",
     "organization: FLF short-for=Free Liberation Front; organization: Free Liberation Front"},
    {"Angela Kranz (CDU) won.",
     "person: Angela Kranz given=Angela family=Kranz; organization: CDU"},
    {"The talks with BTVK collapsed.", "organization: BTVK"},
    {"The Amal militia and the Veles news agency agreed.",
     "organization: Amal [Amal militia]; organization: Veles [Veles news agency]"},
    {"Militant group Jund Tarvel claimed the attack.",
     "organization: Jund Tarvel [Militant group Jund Tarvel]"},
    {"Zerkat, a rebel group in the north, claimed the attack.", "organization: Zerkat"},
    {"The newspaper Al-Tarvel closed.", "organization: Al-Tarvel [newspaper Al-Tarvel]"},
    {"Baghdad Technical University closed.", "organization: Baghdad Technical University"},
    {"The Food and Drug Commission met.", "organization: Food and Drug Commission"},
    {"They reached Mount Kerala, Lake Tarvel and the Gulf of Tarvel.",
     "place: Mount Kerala; place: Lake Tarvel; place: Gulf of Tarvel"},
    {"Gorben City lies on the Tarvel River.", "place: Gorben City; place: Tarvel River"},
    {"The town of Zerkat and the village Dolvar burned.",
     "place: Zerkat [town of Zerkat]; place: Dolvar [village Dolvar]"},
    {"Shelling hit Zerkat province.", "place: Zerkat [Zerkat province]"},
    {"A bomb exploded near Garbos, Syria.",
     "place: Garbos [Garbos, Syria] of=Syria; place: Syria*"},
    {"Zerkat, a town in the south, burned.", "place: Zerkat"},
    {"The march began in Zerkat.", "place: Zerkat"},
    {"They met at Gorben Airport in Hall Street.", "place: Gorben Airport; place: Hall Street"},
    {"Troops entered East Damascus.", "unknown: Damascus* [East Damascus]"},
    {"They signed the Treaty of Gorben and the Tarvel Accord.",
     "agreement: Treaty of Gorben; agreement: Tarvel Accord"},
    {"They broke the Zerkat accord.", "agreement: Zerkat accord"},
    {"The council adopted Resolution 5000.", "agreement: Resolution 5000"},
    {"The Security Council Resolution 5000 was ignored.",
     "organization: Security Council*; agreement: Resolution 5000"},
    {"The Convention on the Rights of Bees failed.", "agreement: Convention on the Rights of Bees"},
    {"The Armenia-Syria Treaty failed.", "agreement: Armenia-Syria Treaty of=Syria"},
    {"The Gorben War and the Zerkat Crisis ended.", "event: Gorben War; event: Zerkat Crisis"},
    {"The Battle of Zerkat ended.", "event: Battle of Zerkat"},
    {"Operation Desert Lion began.", "event: Operation Desert Lion"},
    {"The Gorben Conference opened.", "event: Gorben Conference"},
    {"The Mountain Games opened.", "event: Mountain Games"},
    {"Russia and Moscow are names of the lexicon.", "place: Russia*; place: Moscow*"},
    {"Zarko Minich arrived. Nobody in Zarko saw him.", "unknown: Zarko Minich; place: Zarko"},
    {"Reports from Zerkat said the Zerkat Party had split.",
     "place: Zerkat; organization: Zerkat Party"},
    {"Judge Alma Ruiz freed the head of Veles Bank.",
     "person: Alma Ruiz [Judge Alma Ruiz] title=Judge given=Alma family=Ruiz; organization: Veles "
     "Bank"},
    {"Hungarian Prime Minister Zarko Minich, who flew in from Romania, met the speaker.",
     "person: Zarko Minich [Hungarian Prime Minister Zarko Minich] title=Prime Minister "
     "of=Hungarian given=Zarko family=Minich; place: Romania*"},
    {"The Prime Minister of Hungary, Zarko Minich, resigned.",
     "place: Hungary*; person: Zarko Minich [The Prime Minister of Hungary, Zarko Minich] "
     "role=Prime Minister of=Hungary given=Zarko family=Minich"},
    {"Tarvel Party leader Zarko Minich resigned.",
     "organization: Tarvel Party; person: Zarko Minich [Tarvel Party leader Zarko Minich] "
     "role=leader given=Zarko family=Minich"},
    {"Ambassador Sefu Okoro spoke for the African Bees Alliance.",
     "person: Sefu Okoro [Ambassador Sefu Okoro] title=Ambassador given=Sefu family=Okoro; "
     "organization: African Bees Alliance"},
    {"Ex-convict Imre Vas and Sgt. Tarkan spoke.",
     "person: Imre Vas [Ex-convict Imre Vas] given=Imre family=Vas; person: Tarkan [Sgt. Tarkan] "
     "title=Sgt. family=Tarkan"},
    {"Police in the capital Zerkat and in central Gorben arrested Dr. Ada Lum.",
     "place: Zerkat [capital Zerkat]; place: Gorben [central Gorben]; person: Ada Lum [Dr. Ada "
     "Lum] title=Dr. given=Ada family=Lum"},
    {"The Zerkat Times quoted Pope Leo XIV.",
     "organization: Zerkat Times; person: Leo XIV [Pope Leo XIV] title=Pope given=Leo"},
    {"Zarko Minich (Tarvel Party) resigned.", "unknown: Zarko Minich; organization: Tarvel Party"},
    {"Veles Airlines flew to Cape Tarvel.", "organization: Veles Airlines; place: Cape Tarvel"},
    {"The Lord's Army and the Gorben-Zerkat Highway are closed.",
     "organization: Lord's Army; place: Gorben-Zerkat Highway"},
    {"Kenya's Sefu Okoro won.",
     "place: Kenya*; person: Sefu Okoro [Kenya's Sefu Okoro] of=Kenya given=Sefu family=Okoro"},
    {"The Hotel Tarvel closed.", "place: Hotel Tarvel"},
    {"They spoke at the University of Zerkat on Monday.", "organization: University of Zerkat"},
    {"The party named Zarko Minich chairman.", "unknown: Zarko Minich"},
    {"Russian Sukhoi jets flew over Zerkat.",
     "unknown: Sukhoi [Russian Sukhoi] of=Russian; unknown: Zerkat"},
    {"The Kenyan envoy to Chad, Sefu Okoro, left.",
     "place: Chad*; person: Sefu Okoro [The Kenyan envoy to Chad, Sefu Okoro] role=envoy of=Kenyan "
     "given=Sefu family=Okoro"},
    {"Former U.S. Ambassador to Hungary Marie Hollis spoke.",
     "person: Marie Hollis [U.S. Ambassador to Hungary Marie Hollis] role=Ambassador of=U.S. "
     "given=Marie family=Hollis"},
    {"Deputy Prime Minister for Energy Olena Lysak resigned.",
     "person: Olena Lysak [Deputy Prime Minister for Energy Olena Lysak] title=Deputy Prime "
     "Minister for Energy given=Olena family=Lysak"},
    {"Kenya's army chief, Gen. Abdel Bakr, and his deputy, Mohamed Dagul, clashed.",
     "place: Kenya*; person: Abdel Bakr [Kenya's army chief, Gen. Abdel Bakr] title=Gen. role=army "
     "chief of=Kenya given=Abdel family=Bakr; person: Mohamed Dagul [his deputy, Mohamed Dagul] "
     "role=deputy given=Mohamed family=Dagul"},
    {"Kurds marched through Zerkat, Turkey, on Saturday.",
     "place: Zerkat [Zerkat, Turkey] of=Turkey; place: Turkey*"},
    {"Fighters of Lashkar-e-Zerkat surrendered.", "unknown: Lashkar-e-Zerkat"},
    {"The ruling Justice Party lost to Minister Park.",
     "organization: Justice Party [ruling Justice Party]; person: Park [Minister Park] "
     "title=Minister family=Park"},
    {"Veles TV quoted the U.S.-backed governor, Ruslan Aliyev.",
     "organization: Veles TV; place: U.S.*; person: Ruslan Aliyev [the U.S.-backed governor, "
     "Ruslan Aliyev] role=governor given=Ruslan family=Aliyev"},
};

constexpr const char* kNoNames[] = {"He left on Monday, and I stayed until March.",
                                    "Talks have failed. Officials blamed the weather.",
                                    "The president and the prime minister met.",
                                    "The Prime Minister met the Foreign Minister.",
                                    "TALKS END WITHOUT DEAL",
                                    "Officials Say Talks With Rebels End Without Deal",
                                    "Yesterday was Sunday, 3 May.",
                                    "In mid-August a War began.",
                                    "The Treaty was signed by both sides.",
                                    "An arms race began.",
                                    "Muslims and Republicans protested.",
                                    "The Russians left.",
                                    "However, nothing changed. Perhaps it never will."};

constexpr Example kActors[] = {
    {"Senior Hungarian and Romanian officials agreed.",
     "government: Senior Hungarian and Romanian officials of=Hungarian of=Romanian"},
    {"U.S. and Russian negotiators returned.",
     "government: Russian negotiators of=U.S. of=Russian"},
    {"Russian troops, Turkish police and Syrian rebels clashed.",
     "military: Russian troops of=Russian; police: Turkish police of=Turkish; rebels: Syrian "
     "rebels of=Syrian"},
    {"The Syrian army withdrew.", "military: The Syrian army of=Syrian"},
    {"The government of Chad fell.", "government: The government of Chad of=Chad"},
    {"Troops from Niger, Chad and Kenya arrived.",
     "military: Troops from Niger, Chad and Kenya of=Niger of=Chad of=Kenya"},
    {"Syria's parliament adjourned.", "legislature: Syria's parliament of=Syria"},
    {"Taiwan's Vice Foreign Minister visited.",
     "government: Taiwan's Vice Foreign Minister of=Taiwan"},
    {"Three Libyans and a Russian were freed.",
     "civilians: Three Libyans of=Libyans; civilians: a Russian of=Russian"},
    {"The people of Armenia voted.", "civilians: The people of Armenia of=Armenia"},
    {"A senior Zambian government official resigned.",
     "government: A senior Zambian government official of=Zambian"},
    {"Armed men seized aid workers.", "rebels: Armed men; health: aid workers"},
    {"Lawmakers, judges and journalists protested.",
     "legislature: Lawmakers; judiciary: judges; media: journalists"},
    {"Greek farmers and Kenyan students marched.",
     "labor: Greek farmers of=Greek; education: Kenyan students of=Kenyan"},
    {"The defense ministry denied it.", "government: The defense ministry"},
    {"The Moscow government denied it.", "government: The Moscow government of=Moscow"},
    {"Human rights activists were jailed.", "protesters: Human rights activists"},
    {"Refugees fled from Kenyan security forces.",
     "refugees: Refugees; police: Kenyan security forces of=Kenyan"},
    {"The Russian opposition leader was jailed.",
     "opposition: The Russian opposition leader of=Russian"},
    {"Rebel leader Jomo Adeyi was killed.", ""},
    {"A spokesman for the Hungarian prime minister resigned.",
     "government: A spokesman; government: the Hungarian prime minister of=Hungarian"},
    {"The two countries agreed.", "states: The two countries"},
    {"The table was red.", ""},
    {"She speaks Russian.", ""},
    {"An oil company sued the Armenian central bank.",
     "business: An oil company; government: the Armenian central bank of=Armenian"},
    {"Two Danes and four Frenchmen drowned.",
     "civilians: Two Danes of=Danes; civilians: four Frenchmen of=Frenchmen"},
    {"Bishops and imams prayed.", "religion: Bishops; religion: imams"},
    {"Drug traffickers bribed prison guards.",
     "criminals: Drug traffickers; police: prison guards"},
    {"Mayors and envoys quarrelled.", "government: Mayors; government: envoys"},
    {"Zambian and Kenyan soldiers fired.", "military: Kenyan soldiers of=Zambian of=Kenyan"},
    {"Syrian-backed rebels and the U.S.-led forces fought.",
     "rebels: Syrian-backed rebels; military: the U.S.-led forces"},
    {"An Israeli-born lawmaker resigned.", "legislature: An Israeli-born lawmaker of=Israeli"},
};

}  // namespace

TEST(NamesTest, AreFoundWithTheirKindAndDescription) {
  for (const Example& c : kNames) EXPECT_EQ(Read(c.text).names(), c.expected) << c.text;
}

TEST(NamesTest, CommonWordsAndTheCalendarAreNone) {
  for (const char* text : kNoNames) EXPECT_EQ(Read(text).names(), "") << text;
}

TEST(NamesTest, ActorsAreFoundWithTheirKindAndCountries) {
  for (const Example& c : kActors) EXPECT_EQ(Read(c.text).actors(), c.expected) << c.text;
}

TEST(NamesTest, SpansAreAscendingAndDisjointAndInTheirSentences) {
  for (const Example& c : kNames) {
    const Read read(c.text);
    const Analysis& a = read.analysis();
    std::uint32_t end = 0;
    for (const SentenceLayers& s : a.sentences) {
      for (std::uint32_t n = s.first_name; n < s.last_name; ++n) {
        EXPECT_LE(end, a.names[n].span.begin) << c.text;
        EXPECT_LT(a.names[n].span.begin, a.names[n].span.end) << c.text;
        EXPECT_TRUE(a.names[n].whole.contains(a.names[n].span)) << c.text;
        EXPECT_TRUE(s.tokens.contains(a.names[n].whole)) << c.text;
        end = a.names[n].span.end;
      }
    }
    EXPECT_EQ(a.sentences.back().last_name, a.names.size()) << c.text;
  }
}

TEST(NamesTest, TheStrongestClueOfTheDocumentWins) {
  // A title is stronger than "in", wherever it stands.
  EXPECT_EQ(Read("Trouble came in Zerkat. Then President Zerkat left.").names(),
            "person: Zerkat family=Zerkat; person: Zerkat [President Zerkat] title=President "
            "family=Zerkat");
  // Of equals the first one counts, and nothing said of one document is kept for the next.
  EXPECT_EQ(Read("The town of Zerkat met the spokesman Zerkat.").names(),
            "place: Zerkat [town of Zerkat]; person: Zerkat [spokesman Zerkat] role=spokesman "
            "family=Zerkat");
  EXPECT_EQ(Read("Zerkat burned.").names(), "unknown: Zerkat");
}

TEST(NamesTest, AnAnalysisCanBeReusedForAnotherDocument) {
  const text::Document first = testing::document("President Belian met Russian troops.");
  const text::Document second = testing::document("Nothing happened.");
  Analysis a;
  small_pack().analyser().analyse(first, a);
  EXPECT_EQ(a.names.size(), 1u);
  EXPECT_EQ(a.actors.size(), 1u);
  EXPECT_EQ(a.actor_countries.size(), 1u);
  small_pack().analyser().analyse(second, a);
  EXPECT_TRUE(a.names.empty());
  EXPECT_TRUE(a.actors.empty());
  EXPECT_TRUE(a.actor_countries.empty());
}

}  // namespace testudo::english
