"""Logistic regression over named features, with what both training scripts need around it: folds, figures, tables.

Needs numpy 1.24 and scipy 1.10 or later (Debian: python3-numpy, python3-scipy).
"""
import math
import pathlib

import numpy
from scipy import optimize, special


class Rows:
    """Features of the cases to learn from: a dictionary each, what is right, the document, how much the case counts."""

    def __init__(self, names):
        self.names, self.features, self.wanted, self.groups, self.weights = list(names), [], [], [], []

    def add(self, features, wanted, group, weight=1.0):
        self.features.append([features.get(name, 0.0) for name in self.names])
        self.wanted.append(float(wanted))
        self.groups.append(group)
        self.weights.append(weight)

    def arrays(self):
        return numpy.array(self.features), numpy.array(self.wanted), numpy.array(self.weights)


def fit(features, wanted, weights, precision=1.0):
    """Bias and weights, the latter pulled to zero (a Gaussian prior of this precision; the bias is free)."""

    def loss(parameters):
        logits = features @ parameters[1:] + parameters[0]
        errors = weights * (special.expit(logits) - wanted)
        value = (weights * (numpy.logaddexp(0, logits) - wanted * logits)).sum()
        value += precision / 2 * (parameters[1:] ** 2).sum()
        return value, numpy.r_[errors.sum(), features.T @ errors + precision * parameters[1:]]

    return optimize.minimize(loss, numpy.zeros(features.shape[1] + 1), jac=True, method="L-BFGS-B").x


def predict(parameters, features):
    return special.expit(features @ parameters[1:] + parameters[0])


def cross_validated(rows, folds=10, precision=1.0):
    """The score of each case by weights that were learned without its document."""
    features, wanted, weights = rows.arrays()
    order = {group: number for number, group in enumerate(dict.fromkeys(rows.groups))}
    fold = numpy.array([order[group] % folds for group in rows.groups])
    scores = numpy.zeros(len(wanted))
    for held_out in range(folds):
        inside = fold == held_out
        parameters = fit(features[~inside], wanted[~inside], weights[~inside], precision)
        scores[inside] = predict(parameters, features[inside])
    return scores


def f1(scores, wanted, missed=0, threshold=0.5):
    """Precision, recall and F1; `missed` counts what is right and was no case at all."""
    found = scores >= threshold
    right = float((found & (wanted > 0)).sum())
    precision = right / max(1, found.sum())
    recall = right / max(1, wanted.sum() + missed)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def brier(scores, wanted):
    return float(((scores - wanted) ** 2).mean())


def calibration_error(scores, wanted, bins=10):
    """Expected calibration error over bins with as many cases each."""
    order = numpy.argsort(scores, kind="stable")
    parts = numpy.array_split(order, bins)
    return float(sum(abs(scores[p].mean() - wanted[p].mean()) * len(p) for p in parts if len(p)) / len(scores))


def write_table(path, comments, names, parameters):
    lines = [f"# {comment}" for comment in comments] + ["feature\tweight", f"bias\t{parameters[0]:.3f}"]
    lines += [f"{name}\t{weight:.3f}" for name, weight in zip(names, parameters[1:])]
    pathlib.Path(path).write_text("\n".join(lines) + "\n", encoding="utf-8")


def read_table(path):
    """Feature names in order, without the bias."""
    lines = [line.split("\t") for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines()
             if line and not line.startswith("#")]
    return [name for name, _ in lines[1:] if name != "bias"]


def rounded(parameters):
    return numpy.array([math.floor(value * 1000 + 0.5) / 1000 for value in parameters])
