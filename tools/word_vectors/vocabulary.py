"""Which stems get a vector, most frequent first, and the word that each is encoded by."""

import re
from collections import Counter
from dataclasses import dataclass

from sources import Gloss, stem, stems_of

# Rank of a lemma that no frequency list has, and what each definition that uses it is worth in ranks.
UNRANKED = 99_999
RANKS_PER_USE = 200
MAX_USES = 50


@dataclass(frozen=True)
class Vocabulary:
    """Stems in the order of their rows."""

    row_of: dict[str, int]
    forms: list[str]


def choose(
    common: list[str],
    tokenizer: list[str],
    glosses: list[Gloss],
    ranks: dict[str, int],
    size: int,
) -> Vocabulary:
    """The first `size` stems of: common words, a tokeniser's words, lemmas by use and frequency."""
    form_of: dict[str, str] = {}
    for word in common:
        form_of.setdefault(stem(word), word)
    for word in tokenizer:
        if len(form_of) < size:
            form_of.setdefault(stem(word), word)
    uses = Counter(s for gloss in glosses for s in set(stems_of(gloss.text)))
    lemmas: dict[str, str] = {}
    for word in (w for gloss in glosses for w in gloss.lemmas):
        if re.fullmatch(r"[a-z]{3,}", word) and len(word) < len(lemmas.get(stem(word), word + "x")):
            lemmas[stem(word)] = word
    missing = [s for s in lemmas if s not in form_of]
    missing.sort(key=lambda s: (ranks.get(s, UNRANKED) - RANKS_PER_USE * min(uses[s], MAX_USES), s))
    for s in missing[: max(0, size - len(form_of))]:
        form_of[s] = lemmas[s]
    return Vocabulary({s: row for row, s in enumerate(form_of)}, list(form_of.values()))
