"""The teacher: sentence vectors of all-MiniLM-L6-v2, computed on this machine."""

from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

MAX_TOKENS = 64
BATCH = 64


class Encoder:
    """Encodes English texts as vectors of length 1."""

    def __init__(self, tokenizer: Path, model: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(MAX_TOKENS)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(str(model), options)
        self._inputs = {each.name for each in self._session.get_inputs()}

    def encode(self, texts: list[str]) -> np.ndarray:
        """One row of 384 numbers a text."""
        encodings = self._tokenizer.encode_batch(texts)
        # Texts of one length share a batch, so that little is padded.
        order = sorted(range(len(texts)), key=lambda i: len(encodings[i].ids))
        vectors = np.zeros((len(texts), 384), np.float32)
        for start in range(0, len(order), BATCH):
            places = order[start : start + BATCH]
            vectors[places] = self._encode_batch([encodings[i].ids for i in places])
        return vectors

    def _encode_batch(self, batch: list[list[int]]) -> np.ndarray:
        ids = np.zeros((len(batch), max(map(len, batch))), np.int64)
        mask = np.zeros_like(ids)
        for row, tokens in enumerate(batch):
            ids[row, : len(tokens)] = tokens
            mask[row, : len(tokens)] = 1
        feed = {"input_ids": ids, "attention_mask": mask}
        if "token_type_ids" in self._inputs:
            feed["token_type_ids"] = np.zeros_like(ids)
        output = self._session.run(None, feed)[0]
        if output.ndim == 3:
            output = (output * mask[..., None]).sum(1) / mask.sum(1, keepdims=True)
        return output / np.linalg.norm(output, axis=1, keepdims=True)
