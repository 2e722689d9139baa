"""Splits pointwise convolutions of a trained network into two smaller ones.

The outputs of such a layer lie near a plane of few dimensions. Over some faces, the plane of least squared error is spanned by
the first principal components of the layer's outputs before its ReLU6 (Zhang et al. 2016, arXiv 1505.06798, without their
correction for the nonlinearity: training goes on afterwards).
"""

import torch


@torch.no_grad()
def moments_of(net, layers, pictures):
    """Mean and scatter (sum of squared distances from the mean, outputs x outputs) of what each layer gives over all positions."""
    sums = {layer: [0, 0.0, 0.0] for layer in layers}

    def add(layer, _, y):
        y = y.detach().double()
        of = sums[layer]
        of[0], of[1], of[2] = of[0] + len(y), of[1] + y.sum(0), of[2] + y.T @ y

    handles = [layer.register_forward_hook(add) for layer in layers]
    for batch in pictures.split(64):
        net(batch)
    for handle in handles:
        handle.remove()
    return [(total / n, squares - torch.outer(total, total) / n) for n, total, squares in sums.values()]


@torch.no_grad()
def factor(whole, split, pictures):
    """Copies `whole` into `split`, the same network with ranks, or with lower ones; N x 1 x S x S pictures say which directions count.
    Returns the share of variance that each newly split layer keeps."""
    whole.eval()
    kept = {}
    missing = split.load_state_dict({k: v for k, v in whole.state_dict().items() if fits(split, k, v)}, strict=False)[0]
    pairs = zip(whole.backbone.blocks, split.backbone.blocks)
    chosen = [(at, old, new) for at, (old, new) in enumerate(pairs) if rank_of(new) != rank_of(old)]
    moments = moments_of(whole, [old.pointwise for _, old, _ in chosen], pictures)
    for (at, old, new), (mean, scatter) in zip(chosen, moments):
        values, vectors = torch.linalg.eigh(scatter)
        mean, vectors = mean.float(), vectors.float()
        rank = new.narrow.out_channels
        plane = vectors[:, -rank:]
        kept[at + 1] = float(values[-rank:].sum() / values.sum())
        weight = old.pointwise.weight.flatten(1)
        if rank_of(old):
            weight = weight @ old.narrow.weight.flatten(1)
        # Both halves of the same size: steps of training are relative to typical weights.
        scale = (weight.pow(2).mean() ** 0.5 / plane.pow(2).mean() ** 0.5) ** 0.5
        new.narrow.weight.copy_((plane.T @ weight / scale)[:, :, None, None])
        new.pointwise.weight.copy_((plane * scale)[:, :, None, None])
        rest = mean - old.pointwise.bias
        new.pointwise.bias.copy_(old.pointwise.bias + rest - plane @ (plane.T @ rest))
    unset = {f"backbone.blocks.{at - 1}.{part}.weight" for at in kept for part in ("narrow", "pointwise")}
    if set(missing) != unset:
        raise ValueError(f"the networks differ in more than ranks: {sorted(set(missing) ^ unset)}")
    return kept


def rank_of(block):
    return getattr(block.narrow, "out_channels", None)


def fits(net, name, values):
    own = net.state_dict().get(name)
    return own is not None and own.shape == values.shape
