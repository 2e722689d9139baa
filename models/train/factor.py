"""Splits pointwise convolutions of a trained network into two smaller ones.

The outputs of such a layer lie near a plane of few dimensions. Over some faces, the plane of least squared error is spanned by
the first principal components of the layer's outputs before its ReLU6 (Zhang et al. 2016, arXiv 1505.06798, without their
correction for the nonlinearity: training goes on afterwards).
"""

import torch


def outputs_of(net, layer, pictures):
    """What the layer gives at every position (M x outputs)."""
    seen = []
    handle = layer.register_forward_hook(lambda _, __, y: seen.append(y.detach().float().clone()))
    for batch in pictures.split(64):
        net(batch)
    handle.remove()
    return torch.cat(seen)


@torch.no_grad()
def factor(whole, split, pictures):
    """Copies `whole` into `split`, the same network with ranks; N x 1 x S x S pictures say which directions count. Returns the
    share of variance that each split layer keeps."""
    whole.eval()
    kept = {}
    missing = split.load_state_dict({k: v for k, v in whole.state_dict().items() if fits(split, k, v)}, strict=False)[0]
    for at, (old, new) in enumerate(zip(whole.backbone.blocks, split.backbone.blocks)):
        if not hasattr(new.narrow, "weight"):
            continue
        outputs = outputs_of(whole, old.pointwise, pictures)
        mean = outputs.mean(0)
        values, vectors = torch.linalg.eigh((outputs - mean).T @ (outputs - mean))
        rank = new.narrow.out_channels
        plane = vectors[:, -rank:]
        kept[at + 1] = float(values[-rank:].sum() / values.sum())
        weight = old.pointwise.weight.flatten(1)
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


def fits(net, name, values):
    own = net.state_dict().get(name)
    return own is not None and own.shape == values.shape
