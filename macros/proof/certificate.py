"""What the page of the proof says: the numbers, the file that it is about, and the table to sign."""

import hashlib
from dataclasses import dataclass

from helper.policy import Policy
from macros.api import api_of_policy
from macros.proof import Proof, proof_line, prove
from macros.proof.sign_off import SignOff, sign_off


@dataclass(frozen=True, kw_only=True)
class Certificate:
    """A proof with what a person needs to repeat it.

    line: what the check prints. fingerprint: the SHA-256 of the policy as JSON. sign_off: absent
    where the proof failed, as there is nothing to sign.
    """

    proof: Proof
    line: str
    fingerprint: str
    sign_off: SignOff | None


def certificate(policy: Policy) -> Certificate:
    """The certificate of one policy."""
    proof = prove(policy)
    return Certificate(
        proof=proof,
        line=proof_line(proof),
        fingerprint=fingerprint(policy),
        sign_off=None if proof.problems else sign_off(policy, proof.graph),
    )


def fingerprint(policy: Policy) -> str:
    """The SHA-256 of api/v1/<policy>.json as it is published, so that anybody can compare it."""
    _, text = api_of_policy(policy)
    return hashlib.sha256(text.encode()).hexdigest()
