#include <algorithm>
#include <numeric>
#include <tuple>

#include "slow_matcher.h"

namespace testudo::extract {
namespace {

using pack::Pack;
using pack::Rule;

template <class List, class Value>
bool holds(const List& list, const Value& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

const Rule& rule_of(const Pack& pack, const Match& match) { return pack.rules()[match.row.rule]; }

pack::ClassId class_of(const Pack& pack, const Match& match) {
  return rule_of(pack, match).situations.front().situation_class;
}

std::uint32_t pattern_of(const Pack& pack, const Match& match) {
  const Rule& rule = rule_of(pack, match);
  return match.clause ? rule.clauses[match.row.row].pattern : rule.rows[match.row.row].pattern;
}

// What fills a role; a slot with _ before its name is a mere condition.
std::vector<Match::Fill> fillers_of(const Pack& pack, const Match& match) {
  std::vector<Match::Fill> fillers = match.fills;
  std::erase_if(fillers, [&](const Match::Fill& fill) {
    return rule_of(pack, match).slots[fill.slot].starts_with('_');
  });
  return fillers;
}

// Smaller is better: more conditions, narrower classes of slots, the narrower class of situation,
// more fillers, more words, the higher priority, the smaller IRI, the earlier pattern.
auto place_in_order(const Pack& pack, const Match& match) {
  const auto more = [](auto value) { return -static_cast<std::int64_t>(value); };
  const Rule& rule = rule_of(pack, match);
  return std::make_tuple(more(match.conditions), more(match.narrowness),
                         more(pack.ontology().depth(class_of(pack, match))),
                         more(fillers_of(pack, match).size()), more(match.span.size()),
                         more(rule.priority), rule.iri, pattern_of(pack, match));
}

bool related(const Pack& pack, const Match& x, const Match& y) {
  const pack::ClassId one = class_of(pack, x);
  const pack::ClassId other = class_of(pack, y);
  return pack.ontology().is_a(one, other) || pack.ontology().is_a(other, one);
}

// Whether one takes for a filler what is a word of the other's pattern.
bool misreads(const Pack& pack, const Match& x, const Match& y) {
  for (const Match::Fill& fill : fillers_of(pack, x)) {
    if (holds(y.literals, fill.filler.head)) return true;
  }
  return false;
}

bool compete(const Pack& pack, const Match& x, const Match& y) {
  return x.trigger == y.trigger && (related(pack, x, y) || misreads(pack, x, y));
}

// "sanctions on X" beside "impose sanctions on X".
bool is_inside(const Pack& pack, const Match& noun, const Match& verb) {
  return noun.trigger != verb.trigger && holds(verb.literals, noun.trigger) &&
         related(pack, noun, verb);
}

// Situations of a symmetric class have no sides: one slot is as good as another.
std::vector<std::pair<std::uint32_t, Filler>> roles_of(const Pack& pack, const Match& match) {
  const bool sides = !pack.ontology().info(class_of(pack, match)).symmetric;
  std::vector<std::pair<std::uint32_t, Filler>> roles;
  for (const Match::Fill& fill : fillers_of(pack, match))
    roles.emplace_back(sides ? fill.slot : 0, fill.filler);
  return roles;
}

bool same(const Pack& pack, const Match& x, const Match& y) {
  return place_in_order(pack, x) == place_in_order(pack, y) && x.trigger == y.trigger &&
         x.span == y.span && roles_of(pack, x) == roles_of(pack, y);
}

}  // namespace

std::vector<std::size_t> slow_kept(const Pack& pack, std::span<const Match> matches) {
  std::vector<std::size_t> order(matches.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t i, std::size_t k) {
    return place_in_order(pack, matches[i]) < place_in_order(pack, matches[k]);
  });
  std::vector<std::size_t> kept;
  for (const std::size_t i : order) {
    const bool loses = std::any_of(kept.begin(), kept.end(), [&](std::size_t k) {
      const Match& better = matches[k];
      if (same(pack, matches[i], better) || is_inside(pack, matches[i], better)) return true;
      return compete(pack, matches[i], better) &&
             place_in_order(pack, better) < place_in_order(pack, matches[i]);
    });
    if (!loses) kept.push_back(i);
  }
  // A noun can come before the verb that holds it, too.
  std::vector<std::size_t> outer;
  for (const std::size_t i : kept) {
    const bool inside = std::any_of(kept.begin(), kept.end(), [&](std::size_t k) {
      return is_inside(pack, matches[i], matches[k]);
    });
    if (!inside) outer.push_back(i);
  }
  std::sort(outer.begin(), outer.end());
  return outer;
}

}  // namespace testudo::extract
