"""The table whose weighted sums come nearest to the teacher's sentence vectors."""

from collections import Counter

import numpy as np
import scipy.sparse as sparse

from sources import Gloss, stems_of
from vocabulary import Vocabulary

# Weight of "a word is worth its definition", beside 1 for each text.
LEMMA_WEIGHT = 0.6
# How far each row is drawn towards the teacher's vector of its word alone.
WORD_SCALE = 0.8
RIDGE = 0.5
STEPS = 40


def word_weights(rows: int) -> np.ndarray:
    """How much the word of each row says; the server's rule."""
    return 1e-3 / (1e-3 + 0.1 / (np.arange(rows) + 10))


class Equations:
    """Rows of a sparse system: the sum of the words of a text equals its vector."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._row_of = vocabulary.row_of
        self._weights = word_weights(len(vocabulary.row_of))
        self._entries: tuple[list[int], list[int], list[float]] = ([], [], [])
        self._targets: list[np.ndarray] = []

    def add(self, stems: list[str], target: np.ndarray, weight: float) -> None:
        """Adds an equation; nothing when no stem has a row."""
        counts = Counter(self._row_of[s] for s in stems if s in self._row_of)
        values = {row: count * self._weights[row] for row, count in counts.items()}
        length = np.sqrt(sum(value * value for value in values.values()))
        for row, value in values.items():
            for entries, item in zip(
                self._entries, (len(self._targets), row, value / length * weight)
            ):
                entries.append(item)
        if values:
            self._targets.append(target * weight)

    def matrices(self) -> tuple[sparse.csr_matrix, np.ndarray]:
        """Left side and right side."""
        equations, rows, values = self._entries
        shape = (len(self._targets), len(self._row_of))
        left = sparse.csr_matrix((np.array(values, np.float32), (equations, rows)), shape=shape)
        return left, np.array(self._targets, np.float32)


def _centred(vectors: np.ndarray, mean: np.ndarray) -> np.ndarray:
    moved = vectors - mean
    return moved / np.linalg.norm(moved, axis=1, keepdims=True)


def train(
    vocabulary: Vocabulary,
    glosses: list[Gloss],
    gloss_vectors: np.ndarray,
    word_vectors: np.ndarray,
    dimensions: int,
) -> np.ndarray:
    """One row a stem, in the order of the principal axes of all texts."""
    mean = gloss_vectors.mean(0)
    texts = _centred(gloss_vectors, mean)
    equations = Equations(vocabulary)
    for gloss, vector in zip(glosses, texts):
        equations.add(stems_of(gloss.text), vector, 1)
        for lemma in gloss.lemmas if gloss.is_definition else []:
            equations.add(stems_of(lemma), vector, LEMMA_WEIGHT)
    left, right = equations.matrices()
    _, axes = np.linalg.eigh(texts.T @ texts / len(texts))
    axes = axes[:, ::-1][:, :dimensions].astype(np.float32)
    start = _centred(word_vectors, mean) @ axes * WORD_SCALE
    return start + _solve(left, right @ axes - left @ start)


def _solve(left: sparse.csr_matrix, right: np.ndarray) -> np.ndarray:
    """Ridge regression by conjugate gradients, all columns at once."""
    solution = np.zeros((left.shape[1], right.shape[1]), np.float32)
    residual = left.T @ right
    direction = residual.copy()
    square = (residual * residual).sum(0)
    for _ in range(STEPS):
        image = left.T @ (left @ direction) + RIDGE * direction
        step = square / ((direction * image).sum(0) + 1e-12)
        solution += step * direction
        residual -= step * image
        next_square = (residual * residual).sum(0)
        direction = residual + next_square / (square + 1e-12) * direction
        square = next_square
    return solution
