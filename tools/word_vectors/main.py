"""Makes `server/search/assets/word_vectors.json`; see README.md for what has to be there."""

import argparse
from pathlib import Path

import numpy as np

import pack
from encoder import Encoder
from sources import frequency_ranks, read_glosses, tokenizer_words
from train import train
from vocabulary import choose

ASSET = Path(__file__).parents[2] / "server" / "search" / "assets" / "word_vectors.json"


def encoded(encoder: Encoder, texts: list[str], cache: Path) -> np.ndarray:
    """Vectors of texts, from the cache when they were encoded before."""
    if not cache.exists():
        np.save(cache, encoder.encode(texts).astype(np.float16))
    vectors = np.load(cache).astype(np.float32)
    if len(vectors) != len(texts):
        raise ValueError(f"Cannot use {cache}: {len(vectors)} rows for {len(texts)} texts; remove it")
    return vectors


def main() -> None:
    """Reads the sources, trains and writes the asset."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("words", "tokenizer", "model", "wordnet", "frequencies", "cache"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=ASSET)
    parser.add_argument("--size", type=int, default=32_000)
    parser.add_argument("--dimensions", type=int, default=192)
    options = parser.parse_args()
    options.cache.mkdir(parents=True, exist_ok=True)
    encoder = Encoder(options.tokenizer, options.model)
    common = options.words.read_text(encoding="utf8").split()
    glosses = read_glosses(options.wordnet)
    vocabulary = choose(
        common,
        tokenizer_words(options.tokenizer),
        glosses,
        frequency_ranks(options.frequencies),
        options.size,
    )
    texts = encoded(encoder, [gloss.text for gloss in glosses], options.cache / "glosses.npy")
    words = encoded(encoder, vocabulary.forms, options.cache / "words.npy")
    table = train(vocabulary, glosses, texts, words, options.dimensions)
    pack.write(options.out, table, list(vocabulary.row_of))


if __name__ == "__main__":
    main()
