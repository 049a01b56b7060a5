#include "generated.h"

#include <algorithm>
#include <map>
#include <vector>

namespace testudo::extract {

const std::string_view kGeneratedWorld = R"(
ir:Country a owl:Class ; rdfs:subClassOf kb:Actor , kb:Place .
ir:Treaty a owl:Class ; rdfs:subClassOf kb:Entity ; rdfs:label "treaty"@en .
ir:Office a owl:Class ; rdfs:subClassOf kb:Concept .
ir:Thing a owl:Class ; rdfs:subClassOf kb:Event .
ir:Narrow a owl:Class ; rdfs:subClassOf ir:Thing .
ir:Other a owl:Class ; rdfs:subClassOf kb:Event .
ir:Even a owl:Class ; rdfs:subClassOf kb:Event ; t:symmetric true .
id:Borduria a ir:Country ; skos:prefLabel "Borduria"@en ; t:demonym "Bordurian"@en .
id:Syldavia a ir:Country ; skos:prefLabel "Syldavia"@en ; t:demonym "Syldavian"@en .
id:Klow a kb:Place ; skos:prefLabel "Klow"@en ; t:metonymOf id:Syldavia .
id:Ruritania a ir:Country ; skos:prefLabel "Ruritania"@en ; t:demonym "Ruritanian"@en .
id:Alpine_Treaty a ir:Treaty ; skos:prefLabel "Alpine Treaty"@en .
id:Coal_Treaty a ir:Treaty ; skos:prefLabel "Coal Treaty"@en .
id:premier a ir:Office ; skos:prefLabel "premier"@en .
id:Mila_Vuk a kb:Person ; skos:prefLabel "Mila Vuk"@en ; t:familyName "Vuk"@en ; t:gender "female" .
list:striking a t:WordList ; rdfs:label "verbs of striking"@en ; t:word "attack" , "bomb" , "blame" .
list:meetings a t:WordList ; rdfs:label "nouns of meetings"@en ; t:word "talk" , "visit" , "meeting" .
)";

namespace {

using Grammar = std::map<std::string, std::vector<std::string>, std::less<>>;

// What stands more than once is more likely.
const Grammar& grammar() {
  static const Grammar symbols = {
      // ---- clause patterns
      {"actor", {"kb:Actor", "kb:Actor", "ir:Country", "kb:Person", "kb:Place"}},
      {"thing", {"ir:Treaty", "kb:Actor", "ir:Country", "kb:Concept"}},
      {"situation", {"kb:Event", "ir:Thing", "ir:Other"}},
      {"who", {"{agent:$actor}", "{agent:$actor}", "{agent:$actor}", "{party:$actor}", "{agent}"}},
      {"subject",
       {"$who", "$who", "$who", "$who", "$who", "$who", "(crisis|talk)",
        "talks with {counterpart:$actor}", "(effect) of {cause}"}},
      {"verb",
       {"sign", "leave", "support", "attack", "join", "(quit|leave|sign)", "<striking>",
        "(attack|support)", "host", "plan", "visit", "withdraw"}},
      {"modal", {"", "", "", "", "", "", "(will|shall)", "must", "(may|will)"}},
      {"what",
       {"{object:$thing}", "{object:$thing}", "{object}", "{object}", "(talk|visit)", "border talk",
        "{object:$situation}", "{party:$actor}", "an attack", "hostage", "'talks'"}},
      {"preposition",
       {"from", "with", "to", "on", "against", "over", "in", "of", "by", "for", "(on|about)",
        "out of"}},
      {"place",
       {"{counterpart:$actor}", "{counterpart:$actor}", "{topic}", "{place:kb:Place}",
        "{topic:$situation}", "{object:$thing}", "{party:$actor}", "{_whose:kb:Actor}",
        "(crisis|talk)"}},
      {"oblique", {"$preposition $place", "$preposition $place", "[$preposition $place]"}},
      {"further",
       {"to $verb {topic:$thing}", "to $verb {topic}", "to $verb $oblique",
        "of leaving {topic:$thing}", "that {beneficiary:$actor} must {topic}",
        "that {beneficiary:$actor} $verb {topic:$thing}", "to leave"}},
      {"clause",
       {"$subject $modal $verb $what",
        "$subject $modal $verb $what",
        "$subject $verb $what $oblique",
        "$subject $verb $what $oblique",
        "$subject $verb $what [$oblique]",
        "$subject $verb $oblique",
        "$subject $verb $oblique $oblique",
        "$subject (withdraw|pull out) from {object:$thing}",
        "$subject $verb {object:$situation}",
        "$subject (promise|want) {object:$situation}",
        "$subject (negotiate|talk) (on|about) {topic:$situation}",
        "$subject say {object:$situation}",
        "$subject give up {object}",
        "$subject (pull|pull out) of {object:$thing}",
        "{agent} (help|hurt) {object} $oblique",
        "$subject (will|shall) $verb $what",
        "$subject give {beneficiary:$actor} $what",
        "$subject give $what to {counterpart:$actor}",
        "$subject promise $what",
        "$subject (agree|talk) on {object} [to {topic}]",
        "$subject (agree|promise) to $verb {topic:$thing}",
        "$subject (accuse|blame) {object:$actor} (of|for) {topic}",
        "$subject host (talk|visit) with {counterpart:$actor}",
        "$subject host (talk|visit) (talk|visit)",
        "$subject say {object}",
        "$subject stop (attacking|leaving) {topic}",
        "$subject promise {beneficiary:$actor} {object}",
        "$subject (want|agree|promise) $further",
        "$subject (accuse|blame) {object:$actor} $further",
        "$subject say $further",
        "$subject take $what [hostage]",
        "$subject take part in $place",
        "$subject (negotiate|talk) with {counterpart:$actor} [(on|about) {topic}]",
        "$subject negotiate [with {counterpart:$actor}]",
        "$subject hold talks $oblique",
        "$subject call {object:$actor} (a liar|an enemy)",
        "{party:$actor} $verb",
        "$subject $verb"}},
      {"noun", {"withdrawal", "attack", "talk", "visit"}},
      {"form",
       {"t:Active", "t:Passive", "t:Relative", "t:Infinitive", "t:Gerund", "t:Participle",
        "t:Nominal"}},
      {"limit",
       {"", "", "", "", "", "", " ; t:withoutForms $form", " ; t:forms $form , $form",
        " ; t:exhaustive true", " ; t:exhaustive true", " ; t:noun \"$noun\"",
        " ; t:noun \"$noun\"", " ; t:requires slot:agent"}},

      // ---- phrase patterns
      {"name",
       {"{agent:$actor}", "{object:$thing}", "{party:$actor}", "{counterpart:$actor}", "{object}",
        "{topic}", "{topic:$situation}", "{place:kb:Place}"}},
      {"word",
       {"(crisis|war)", "talk", "visit", "<meetings>", "exit", "treaty", "(rise|fall)", "border",
        "'talks'", "'The'", "plan", "'new'"}},
      {"link",
       {"of", "to", "from", "(on|against)", "between", "with", "and", "in", ",", "the", "-"}},
      {"item", {"$name", "$word", "$link", "[$word]", "[$link $name]", "($word|$link)"}},
      {"phrase",
       {"{agent:$actor}'s $word $link $name",
        "{agent:$actor}'s $word",
        "{agent:$actor} $word",
        "$word of {object:$thing}",
        "$word $link $name",
        "$word $link $name [$link $name]",
        "(talk|war|treaty) between {party:$actor} and {party:$actor}",
        "$name - $name $word",
        "{object:ir:Office} {agent:kb:Person}",
        "{counterpart:ir:Country} {object:ir:Office} {agent:kb:Person}",
        "$name $word",
        "$name $word $link $name",
        "$name $link $name",
        "$name and $name",
        "$name $name",
        "[$word] {agent:$actor}'s {object}",
        "(crisis|fall) of {topic:$situation}",
        "{agent:$actor}'s {object:$situation}",
        "$item $item",
        "$item $item $item",
        "$item $item $item $item",
        "$word $name $word",
        "the $name $link $name",
        "$name , $name $word"}},

      // ---- texts
      {"land", {"Borduria", "Syldavia", "Ruritania", "Klow", "Borduria", "Syldavia"}},
      {"of-land", {"Bordurian", "Syldavian", "Ruritanian"}},
      {"pact", {"the Alpine Treaty", "the Coal Treaty", "the old Coal Treaty", "the treaty"}},
      {"A",
       {"$land", "$land", "$land", "Mila Vuk", "Premier Mila Vuk", "$of-land Premier Mila Vuk",
        "$land and $land", "$land, $land and $land", "the $of-land army", "$of-land officials",
        "it", "nobody", "the new $of-land leader", "$land's army", "a small town",
        "the $of-land and $of-land armies", "Vuk"}},
      {"O",
       {"$pact", "$pact", "$pact", "$land", "$land and $land", "$A", "$land's $of-land border",
        "$pact and $pact", "the peace plan of $land", "$of-land talks with $land",
        "the border talks", "$land's goal", "its plan", "an attack on $land", "a new treaty",
        "the famous $of-land goal", "hostages", "$land's offer of talks", "the visit"}},
      {"prep", {"from", "with", "to", "on", "against", "over", "in", "for", "about", "of"}},
      {"P",
       {"$prep $O", "$prep $A", "in May 2011", "on Monday", "out of $pact", "with $land",
        "against $land and $land", "by $A"}},
      {"past",
       {"signed", "left", "supported", "attacked", "joined", "quit", "bombed", "hosted", "planned",
        "visited", "blamed", "gave up", "called", "took"}},
      {"done",
       {"signed", "left", "supported", "attacked", "joined", "quit", "hosted", "planned", "visited",
        "given up", "taken"}},
      {"base",
       {"sign", "leave", "support", "attack", "join", "quit", "host", "visit", "give up",
        "withdraw from", "talk with", "pull out of", "negotiate with"}},
      {"ing",
       {"signing", "leaving", "supporting", "attacking", "joining", "visiting", "withdrawing from",
        "talking with", "giving up"}},
      {"not", {"", "", "", "", "not ", "never ", "quickly "}},
      {"with-to", {"wanted", "agreed", "promised", "refused", "has agreed", "did not want"}},
      {"adverb", {"", "", "", "quickly ", "also "}},
      {"say",
       {"$A $adverb$past $O",
        "$A $adverb$past $O",
        "$A $past $O $P",
        "$A $past $O $P $P",
        "$A will $not$base $O",
        "$A must $not$base $O $P",
        "$A did not $base $O",
        "$O was $not$done by $A",
        "$O was $done $P",
        "$O has been $done by $A $P",
        "$A $with-to to $base $O",
        "$A $with-to to $base $O $P",
        "$A withdrew from $O",
        "$A pulled out of $O",
        "$A and $A $past $O",
        "$A, which $past $O, $past $O",
        "$O, which $A $past, was old",
        "$O, from which $A withdrew, was old",
        "after $ing $O, $A $past $O",
        "having $done $O, $A $past $O",
        "$A stopped $ing $O",
        "$A accused $A of $ing $O",
        "$A blamed $A for $ing $O",
        "$A said that $A must $base $O",
        "$A said $A $past $O",
        "$A gave $A $O",
        "$A gave $O to $A",
        "$A promised $A $O",
        "$A took $O hostage",
        "$A took part in $O",
        "$A called $A a liar",
        "$A talked with $A about $O",
        "$A negotiated with $A on $O",
        "$A negotiated",
        "$A's withdrawal from $O was quick",
        "the $of-land withdrawal from $O came early",
        "the withdrawal of $A from $O was slow",
        "$A's attack on $O failed",
        "an attack by $A on $O failed",
        "$A launched an attack on $O",
        "talks between $land and $land failed",
        "talks with $A helped $A",
        "talks with $A hurt $A in $land",
        "$A may $base $O",
        "$A shall $base $O",
        "talks with $land and $of-land talks with $A failed",
        "$A held talks with $A on $O",
        "$A's promise to $base $O helped",
        "the agreement to $base $O was old",
        "$A's agreement to $base $O helped",
        "the agreement of $A to $base $O was old",
        "$A signed an agreement to $base $O",
        "$A hosted talks with $A and a visit by $A",
        "$A planned $A's talks and $A's visit",
        "$A promised $A to $base $O",
        "$A talked about $ing $O",
        "$A launched talks with $A on $ing $O",
        "in Klow, $A $past $O",
        "$A hosted the talks, the visit and $O",
        "$A supports $ing $O",
        "$A's visit to $O was long",
        "the effect of $O hurt $A",
        "$A $past and $past $O",
        "$A $past $O and $past $O",
        "it is $A that $past $O",
        "if $A $past $O, $A will $base $O",
        "$A wants $A to $base $O",
        "$A agreed with $A to $base $O"}},
      {"nounal",
       {"the $of-land-$of-land crisis is old", "$A's exit from $O was quick",
        "the new $of-land border talks failed", "the fall of $O was deep",
        "the visit to $land, $land and $land was long", "the rise of $O, and the war with $A",
        "the war between $land and $land ended", "$of-land sanctions and $of-land talks remain",
        "the $of-land, $of-land and $of-land crisis is old", "the exit of $A from $O hurt $A",
        "Premier Mila Vuk's visit to $land began", "$of-land Premier Mila Vuk arrived",
        "the \"new\" $of-land plan of $A failed", "a treaty between $A and $A",
        "$land-$land talks began", "the crisis of $A's exit from $O",
        "$A, not present, missed the talks",
        "the border treaty, the exit and the plan of $A failed"}},
      {"sentence", {"$say. ", "$say. ", "$say. ", "$nounal. "}},
  };
  return symbols;
}

// One blank between words, none at the ends or before punctuation.
std::string tidied(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == ' ' && (out.empty() || out.back() == ' ')) continue;
    out += c;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

bool is_symbol_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
}

}  // namespace

std::string Generator::expand(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] != '$') {
      out += text[i++];
      continue;
    }
    // The longest symbol there is: "$of-land-$of-land" holds two.
    std::size_t end = i + 1;
    while (end < text.size() && is_symbol_letter(text[end])) ++end;
    while (!grammar().contains(text.substr(i + 1, end - i - 1))) --end;
    const std::vector<std::string>& choices =
        grammar().find(text.substr(i + 1, end - i - 1))->second;
    out += expand(choices[below(choices.size())]);
    i = end;
  }
  return out;
}

std::string Generator::rule(int number) {
  static const std::vector<std::string> classes = {"ir:Thing", "ir:Narrow", "ir:Other", "ir:Even"};
  const std::string name = "r" + std::to_string(number);
  const bool clause = below(3) > 0;
  const std::string pattern = tidied(expand(clause ? "$clause" : "$phrase"));
  const std::string limit = clause ? expand("$limit") : "";
  return "rule:" + name + " a t:Rule ; rdfs:label \"" + name +
         "\"@en ; t:" + (clause ? "clause" : "phrase") + " \"" + pattern + "\" ; t:asserts " +
         classes[below(classes.size())] + limit +
         " ; t:example [ t:text \"Nothing.\" ; t:yields () ] .\n";
}

std::string Generator::rules(int count, bool situations) {
  static const std::vector<std::string> classes = {":kb:Event}", ":ir:Thing}", ":ir:Other}"};
  std::string out;
  for (int i = 0; i < count; ++i) {
    const std::string one = rule(i);
    const bool wants = std::any_of(classes.begin(), classes.end(), [&](const std::string& c) {
      return one.find(c) != std::string::npos;
    });
    if (situations || !wants) out += one;
  }
  return out;
}

std::string Generator::text() {
  std::string out;
  for (std::size_t i = 0, count = 1 + below(3); i < count; ++i) {
    std::string sentence = expand("$sentence");
    if (sentence.front() >= 'a' && sentence.front() <= 'z')
      sentence.front() = static_cast<char>(sentence.front() - 'a' + 'A');
    out += sentence;
  }
  return tidied(out);
}

}  // namespace testudo::extract
