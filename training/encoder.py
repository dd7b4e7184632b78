"""The same network as `alongside.core.needs.second_reader.network`, in a form that can learn (JAX)."""

from typing import Any

import jax
import jax.numpy as jnp

HEADS = 12
SHARPNESS = 4.0  # the head learns faster when its numbers are small
Weights = dict[str, Any]


def normal(state: jax.Array, norm: tuple[jax.Array, jax.Array]) -> jax.Array:
    state = state - state.mean(-1, keepdims=True)
    return state / jnp.sqrt((state * state).mean(-1, keepdims=True) + 1e-12) * norm[0] + norm[1]


def dropped(state: jax.Array, key: jax.Array | None, rate: float = 0.1) -> jax.Array:
    """Some of the state left out while learning, so that nothing is learned by heart."""
    if key is None:
        return state
    return state * jax.random.bernoulli(key, 1 - rate, state.shape) / (1 - rate)


def route_sums(
    weights: Weights, numbers: jax.Array, real: jax.Array, ticks: jax.Array, key: jax.Array | None = None
) -> jax.Array:
    """One number a route, (cases, routes). `numbers` and `real` are (cases, pieces); `real` is False where padded."""
    layers = weights["layers"]
    keys = (
        list(jax.random.split(key, 2 * len(layers) + 2))
        if key is not None
        else [None] * (2 * len(layers) + 2)
    )
    state = normal(weights["words"][numbers] + weights["positions"][: numbers.shape[1]], weights["norm"])
    state = dropped(state, keys[-1])
    hidden = jnp.where(real[:, None, None, :], 0.0, -1e9)
    for at, layer in enumerate(layers):
        joined = attended(state, layer, hidden) @ layer["join"] + layer["join_bias"]
        state = normal(state + dropped(joined, keys[2 * at]), layer["join_norm"])
        wide = jax.nn.gelu(state @ layer["widen"] + layer["widen_bias"])
        narrow = wide @ layer["narrow"] + layer["narrow_bias"]
        state = normal(state + dropped(narrow, keys[2 * at + 1]), layer["narrow_norm"])
    middle = (state * real[..., None]).sum(1) / real.sum(1)[:, None]
    return (
        dropped(middle, keys[-2]) @ weights["head"] * SHARPNESS
        + weights["head_bias"]
        + ticks @ weights["ticks"]
    )


def attended(state: jax.Array, layer: Weights, hidden: jax.Array) -> jax.Array:
    cases, pieces, width = state.shape
    each = (state @ layer["attend"] + layer["attend_bias"]).reshape(cases, pieces, 3, HEADS, width // HEADS)
    queries, keys, values = each.transpose(2, 0, 3, 1, 4)
    looks = queries @ keys.transpose(0, 1, 3, 2) / (width // HEADS) ** 0.5 + hidden
    return (jax.nn.softmax(looks, -1) @ values).transpose(0, 2, 1, 3).reshape(cases, pieces, width)
