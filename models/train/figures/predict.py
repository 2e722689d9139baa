"""Faces to logits, as the app will ask for them: no jitter, bilinear."""

import numpy as np
import torch

from faces.augment import warp

BATCH = 100


@torch.no_grad()
def predict(net, faces, size, theta=None):
    """Logits of the votes (N x 8), of the challenge (N x 8) and embeddings of uint8 faces (N x 48 x 48), aligned where theta is given."""
    net.eval()
    if theta is None:
        theta = np.tile(np.array([[1, 0, 0], [0, 1, 0]], dtype=np.float32), (len(faces), 1, 1))
    outputs = []
    for first in range(0, len(faces), BATCH):
        x = torch.from_numpy(faces[first : first + BATCH])[:, None].float() / 255
        x = warp(x, torch.from_numpy(theta[first : first + BATCH]), size)
        outputs.append([part.float().numpy() for part in net(x)])
    return tuple(np.concatenate(parts) for parts in zip(*outputs))
