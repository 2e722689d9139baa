"""A finished run that answers beside the raters: what distillation learns from."""

import torch
from torch.nn import functional as F

import plan
from network.model import ExpressionNet


def half_precision():
    """Convolutions and matrix products in bfloat16 take 40 % of the time; weights, their steps and the loss stay float32."""
    return torch.autocast("cpu", dtype=torch.bfloat16)


class Teacher:
    """Both distributions that a finished run gives for pictures, looked at as large as it was trained with."""

    def __init__(self, name, cache):
        recipe = plan.RECIPES[name]
        self.size = recipe.size
        self.net = ExpressionNet(recipe.ranks)
        self.net.load_state_dict(torch.load(cache / name / "checkpoint.pt")["ema"])
        self.net.eval().to(memory_format=torch.channels_last)

    @torch.no_grad()
    def __call__(self, pictures):
        if pictures.shape[-1] != self.size:
            pictures = F.interpolate(pictures, size=self.size, mode="bilinear", align_corners=False)
        with half_precision():
            votes, challenge, _ = self.net(pictures)
        return votes.float().softmax(1), challenge.float().softmax(1)
