"""What the word vectors are made of: WordNet's definitions, word lists, the server's own word rules."""

import json
import random
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import snowballstemmer

SEARCH = Path(__file__).parents[2] / "server" / "search"

_stemmer = snowballstemmer.stemmer("english")


def _first_template(file: Path) -> str:
    """The text of the first template literal of a TypeScript file."""
    found = re.search(r"`(.*?)`", file.read_text(encoding="utf8"), re.S)
    if found is None:
        raise ValueError(f"Cannot read {file.name}: no word list")
    return found[1]


def _irregular_forms() -> dict[str, str]:
    base_of: dict[str, str] = {}
    for group in re.split(r"[|\n]", _first_template(SEARCH / "irregular_forms.ts").strip()):
        base, *forms = group.split() or [""]
        base_of.update(dict.fromkeys(forms, base))
    return base_of


BASE_OF = _irregular_forms()
STOP_WORDS = frozenset(_first_template(SEARCH / "stop_words.ts").split())


@cache
def stem(word: str) -> str:
    """The stem that the server files a word under."""
    return _stemmer.stemWord(BASE_OF.get(word, word))


def stems_of(text: str) -> list[str]:
    """Stems of a text's words, without stop words unless there is nothing else."""
    words = [w for w in re.findall(r"[a-z]+(?:'[a-z]+)?", text.lower()) if len(w) > 1]
    telling = [w for w in words if w not in STOP_WORDS]
    return [stem(w) for w in telling or words]


@dataclass(frozen=True)
class Gloss:
    """A definition or an example sentence of WordNet."""

    is_definition: bool
    lemmas: list[str]
    text: str


def read_glosses(dictionary: Path) -> list[Gloss]:
    """All definitions and examples, examples first; names of people and places left out."""
    examples: list[Gloss] = []
    definitions: list[Gloss] = []
    for part in ("noun", "verb", "adj", "adv"):
        for line in (dictionary / f"data.{part}").read_text(encoding="utf8").splitlines():
            if line.startswith("  ") or "|" not in line:
                continue
            head, gloss = line.split("|", 1)
            fields = head.split()
            names = [fields[4 + 2 * i].replace("_", " ") for i in range(int(fields[3], 16))]
            if part == "noun" and any(name[0].isupper() for name in names):
                continue
            lemmas = [re.sub(r"\([a-z]+\)$", "", name) for name in names]
            text = re.sub(r'"[^"]*"', "", gloss).strip(" ;\n")
            definitions.append(Gloss(True, lemmas, text))
            quoted = re.findall(r'"([^"]+)"', gloss)
            examples += [Gloss(False, lemmas, sentence) for sentence in quoted]
    random.Random(1).shuffle(definitions)
    return examples + definitions


def tokenizer_words(tokenizer: Path) -> list[str]:
    """Whole words of a tokeniser's vocabulary, in its order."""
    vocabulary = json.loads(tokenizer.read_text(encoding="utf8"))["model"]["vocab"]
    return sorted((w for w in vocabulary if re.fullmatch(r"[a-z]{3,}", w)), key=vocabulary.get)


def frequency_ranks(frequencies: Path) -> dict[str, int]:
    """Rank of each stem in a list of words by frequency, 0 for the commonest."""
    ranks: dict[str, int] = {}
    for rank, entry in enumerate(json.loads(frequencies.read_text(encoding="utf8"))):
        ranks.setdefault(stem(entry["word"].lower()), rank)
    return ranks
