"""What a phone may do to a face that a scan from the web did not: one batch at a time, on tensors.

Pictures are N x 1 x S x S float32 in 0..1. Every function takes its randomness from the generator it is given.
"""

import io
import math

import numpy as np
import torch
from PIL import Image
from torch.nn import functional as F


def uniform(n, low, high, rng):
    """Numbers between low and high: n of them, or a tensor of the shape n."""
    return torch.rand(n, generator=rng) * (high - low) + low


def chance(n, share, rng):
    """A mask (N x 1 x 1 x 1) that is true for this share of the batch."""
    return (torch.rand(n, generator=rng) < share)[:, None, None, None]


def random_theta(n, rng, strength=1.0, zoom=(0.85, 1.3), stretch=0.07, tilt_deg=10.0, shift=0.06):
    """Crop jitter as N x 2 x 3 (output -> input), a mirror image half of the time. Zoom above 1 is a tighter crop."""
    scale = 1 / torch.exp(strength * uniform(n, math.log(zoom[0]), math.log(zoom[1]), rng))
    aspect = torch.exp(strength * uniform(n, -stretch, stretch, rng))
    angle = strength * uniform(n, -1, 1, rng) * math.radians(tilt_deg)
    mirror = torch.where(torch.rand(n, generator=rng) < 0.5, -1.0, 1.0)
    cos, sin = torch.cos(angle), torch.sin(angle)
    x, y = scale * aspect, scale / aspect
    dx, dy = (strength * uniform(n, -2 * shift, 2 * shift, rng) for _ in range(2))
    rows = [torch.stack([x * cos * mirror, -y * sin, dx], 1), torch.stack([x * sin * mirror, y * cos, dy], 1)]
    return torch.stack(rows, 1)


def compose(first, then):
    """The matrix that applies `first` to output coordinates and `then` to its result, both N x 2 x 3."""
    linear = then[:, :, :2] @ first[:, :, :2]
    shift = then[:, :, :2] @ first[:, :, 2:] + then[:, :, 2:]
    return torch.cat([linear, shift], 2)


def grid_of(theta, size):
    """Where in the picture each pixel of the drawn one lies (N x size x size x 2, -1..1)."""
    return F.affine_grid(theta, (len(theta), 1, size, size), align_corners=False)


def warp(faces, theta, size, mode="bilinear"):
    """Draws N x 1 x H x W faces through theta at size x size; beyond the picture its edge goes on."""
    return F.grid_sample(faces, grid_of(theta, size), mode=mode, padding_mode="border", align_corners=False)


def light(x, rng, strength=1.0):
    """Gamma, exposure with clipping, and a lamp from one side."""
    n = len(x)
    gamma = torch.exp(uniform(n, -0.5, 0.5, rng))[:, None, None, None]
    x = torch.where(chance(n, 0.5 * strength, rng), x.clamp(1e-4, 1) ** gamma, x)
    gain = torch.exp(uniform(n, -0.35, 0.45, rng))[:, None, None, None]
    offset = uniform(n, -0.15, 0.15, rng)[:, None, None, None]
    x = torch.where(chance(n, 0.4 * strength, rng), ((x - 0.5) * gain + 0.5 + offset).clamp(0, 1), x)
    return torch.where(chance(n, 0.25 * strength, rng), (x * lamp(n, x.shape[-1], rng)).clamp(0, 1), x)


def lamp(n, size, rng):
    angle = uniform(n, 0, 2 * math.pi, rng)[:, None, None]
    slope = uniform(n, 0.2, 0.6, rng)[:, None, None]
    axis = torch.linspace(-1, 1, size)
    ramp = torch.cos(angle) * axis[None, None, :] + torch.sin(angle) * axis[None, :, None]
    return (1 + slope * ramp)[:, None]


def equalise_some(x, rng, share):
    chosen = torch.rand(len(x), generator=rng) < share
    x = x.clone()
    x[chosen] = equalise(x[chosen])
    return x


def equalise(x):
    """Histogram equalisation by rank."""
    flat = x.flatten(1)
    ranks = flat.argsort(1).argsort(1).float() / (flat.shape[1] - 1)
    return ranks.view_as(x)


def blur_kernel():
    taps = torch.tensor([1.0, 4.0, 6.0, 4.0, 1.0])
    return (taps[:, None] * taps[None, :] / 256)[None, None]


def focus(x, rng, share=0.4):
    """From blurred (0.9) to sharpened (-0.8): a share of the blurred picture, or of what blurring takes away."""
    soft = F.conv2d(F.pad(x, (2, 2, 2, 2), mode="replicate"), blur_kernel())
    amount = uniform(len(x), -0.8, 0.9, rng)[:, None, None, None]
    return torch.where(chance(len(x), share, rng), (x + amount * (soft - x)).clamp(0, 1), x)


def downscale(x, rng, share):
    """Some faces of the batch are small in the camera: down to between a half and four fifths of the side, and up again."""
    chosen = torch.rand(len(x), generator=rng) < share
    if not chosen.any():
        return x
    small = int(x.shape[-1] * float(uniform(1, 0.5, 0.8, rng)))
    tiny = F.interpolate(x[chosen], size=small, mode="bilinear", align_corners=False, antialias=True)
    x = x.clone()
    x[chosen] = F.interpolate(tiny, size=x.shape[-1], mode="bilinear", align_corners=False)
    return x


def jpeg(x, rng, share):
    chosen = torch.nonzero(torch.rand(len(x), generator=rng) < share)[:, 0].tolist()
    x = x.clone()
    for at in chosen:
        buffer = io.BytesIO()
        picture = Image.fromarray((x[at, 0].clamp(0, 1) * 255).round().byte().numpy())
        picture.save(buffer, "JPEG", quality=int(uniform(1, 35, 90, rng)))
        x[at, 0] = torch.from_numpy(np.array(Image.open(buffer), dtype=np.float32) / 255)
    return x


def noise(x, rng, share=0.25):
    sigma = uniform(len(x), 0, 0.03, rng)[:, None, None, None]
    return torch.where(chance(len(x), share, rng), x + sigma * torch.randn(x.shape, generator=rng), x)


def erase(x, rng, share):
    """A hand, a strand, the edge of the screen: one grey rectangle of 4 to 20 % of the picture."""
    size = x.shape[-1]
    x = x.clone()
    for at in torch.nonzero(torch.rand(len(x), generator=rng) < share)[:, 0].tolist():
        area, ratio = uniform(1, 0.04, 0.2, rng), torch.exp(uniform(1, -0.7, 0.7, rng))
        height = min(size - 1, int(size * math.sqrt(area * ratio)))
        width = min(size - 1, int(size * math.sqrt(area / ratio)))
        top = int(torch.randint(0, size - height, (1,), generator=rng))
        left = int(torch.randint(0, size - width, (1,), generator=rng))
        x[at, 0, top : top + height, left : left + width] = float(torch.rand(1, generator=rng))
    return x


def augment(faces, theta, size, rng, strength=1.0, pose=None):
    """Training pictures of uint8 faces (N x 48 x 48) whose alignment is theta (N x 2 x 3). At strength 0 they are only mirrored.
    The first faces take the poses of `pose` (posing.py), if there are any."""
    x = faces[:, None].float() / 255
    mode = "bicubic" if torch.rand(1, generator=rng) < 0.5 else "bilinear"
    theta = compose(random_theta(len(x), rng, strength), theta)
    posed = len(pose) if pose else 0
    drawn = [pose.draw(x[:posed], grid_of(theta[:posed], size), mode)] if posed else []
    x = torch.cat([*drawn, warp(x[posed:], theta[posed:], size, mode)]).clamp(0, 1)
    x = downscale(x, rng, 0.2 * strength)
    x = focus(x, rng, 0.4 * strength)
    x = light(x, rng, strength)
    x = equalise_some(x, rng, 0.15 * strength)
    x = jpeg(noise(x, rng, 0.25 * strength), rng, 0.15 * strength)
    return erase(x, rng, 0.25 * strength)
