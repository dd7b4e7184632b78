"""Learning: a few passes over the examples, in small batches of similar length."""

import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import optax

from training.encoder import Weights, route_sums
from training.examples import Examples

PASSES, BATCH = 6, 16
RATE, HEAD_RATE = 1e-4, 3e-3
TICKS_HIDDEN = 0.4  # how often the ticks are left out
PIECES_HIDDEN = 0.05
WIDTHS = (40, 64, 90, 128)
NEW = ("head", "head_bias", "ticks")
FIXED = ("words", "positions")  # as published: a few thousand cases cannot better them


def learn(start: Weights, examples: Examples, mask: int, seed: int, say: Callable[[str], None]) -> Weights:
    """Weights after all passes. `mask` is the number of the piece that hides another."""
    rng = np.random.default_rng(seed)
    steps = PASSES * -(-len(examples.lengths) // BATCH)
    fixed = {name: jnp.asarray(start[name]) for name in FIXED}
    weights: Weights = jax.tree.map(
        jnp.asarray, {name: part for name, part in start.items() if name not in FIXED}
    )
    optimiser = _optimiser(weights, steps)
    state, key, began = optimiser.init(weights), jax.random.PRNGKey(seed), time.monotonic()

    @partial(jax.jit, donate_argnums=(0, 1))
    def step(
        weights: Weights, state: Any, fixed: Weights, batch: tuple[jax.Array, ...], key: jax.Array
    ) -> tuple[Weights, Any, jax.Array]:
        def loss(weights: Weights) -> jax.Array:
            numbers, real, ticks, wanted, counts = batch
            sums = route_sums({**weights, **fixed}, numbers, real, ticks, key)
            return -(jax.nn.log_softmax(sums) * wanted).sum(-1) @ counts / counts.sum()

        value, slope = jax.value_and_grad(loss)(weights)
        change, state = optimiser.update(slope, state, weights)
        return optax.apply_updates(weights, change), state, value

    for number in range(1, PASSES + 1):
        values = []
        for batch in batches(examples, mask, rng):
            key, now = jax.random.split(key)
            weights, state, value = step(weights, state, fixed, batch, now)
            values.append(float(value))
        say(f"pass {number} of {PASSES}: loss {np.mean(values):.3f}, {time.monotonic() - began:.0f} s")
    return jax.tree.map(np.asarray, {**weights, **fixed})


def _optimiser(weights: Weights, steps: int) -> optax.GradientTransformation:
    """The new parts learn fast, the published ones slowly."""
    kinds = {name: "new" if name in NEW else "old" for name in weights}

    def adam(rate: float, decay: float) -> optax.GradientTransformation:
        return optax.adamw(
            optax.warmup_cosine_decay_schedule(0, rate, steps // 10 + 1, steps), weight_decay=decay
        )

    by_kind = optax.multi_transform({"new": adam(HEAD_RATE, 0.05), "old": adam(RATE, 0.01)}, kinds)
    return optax.chain(optax.clip_by_global_norm(1.0), by_kind)


def batches(examples: Examples, mask: int, rng: np.random.Generator) -> Iterator[tuple[np.ndarray, ...]]:
    """All examples once, in batches of similar length; some ticks and pieces hidden."""
    many = len(examples.lengths)
    order = np.argsort(examples.lengths + rng.normal(0, 15, many))
    order = np.concatenate([order, rng.choice(many, -many % BATCH)])  # the last batch is filled up
    groups = order.reshape(-1, BATCH)
    rng.shuffle(groups)
    for group in groups:
        width = next(width for width in WIDTHS if width >= examples.lengths[group].max())
        numbers, ticks = examples.numbers[group, :width].copy(), examples.ticks[group].copy()
        real = np.arange(width) < examples.lengths[group, None]
        inner = real & (np.arange(width) > 0) & (np.arange(width) < examples.lengths[group, None] - 1)
        numbers[inner & (rng.random(numbers.shape) < PIECES_HIDDEN)] = mask
        ticks[rng.random(BATCH) < TICKS_HIDDEN] = 0
        yield numbers, real, ticks, examples.wanted[group], examples.weights[group]
