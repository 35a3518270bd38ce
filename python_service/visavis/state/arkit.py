"""The 52 ARKit blendshapes in Apple's order, and index sets that share a meaning."""

from typing import Final

ARKIT_NAMES: Final[tuple[str, ...]] = (
    "eyeBlinkLeft", "eyeLookDownLeft", "eyeLookInLeft", "eyeLookOutLeft", "eyeLookUpLeft",
    "eyeSquintLeft", "eyeWideLeft",
    "eyeBlinkRight", "eyeLookDownRight", "eyeLookInRight", "eyeLookOutRight", "eyeLookUpRight",
    "eyeSquintRight", "eyeWideRight",
    "jawForward", "jawLeft", "jawRight", "jawOpen",
    "mouthClose", "mouthFunnel", "mouthPucker", "mouthLeft", "mouthRight",
    "mouthSmileLeft", "mouthSmileRight", "mouthFrownLeft", "mouthFrownRight",
    "mouthDimpleLeft", "mouthDimpleRight", "mouthStretchLeft", "mouthStretchRight",
    "mouthRollLower", "mouthRollUpper", "mouthShrugLower", "mouthShrugUpper",
    "mouthPressLeft", "mouthPressRight", "mouthLowerDownLeft", "mouthLowerDownRight",
    "mouthUpperUpLeft", "mouthUpperUpRight",
    "browDownLeft", "browDownRight", "browInnerUp", "browOuterUpLeft", "browOuterUpRight",
    "cheekPuff", "cheekSquintLeft", "cheekSquintRight", "noseSneerLeft", "noseSneerRight",
    "tongueOut",
)  # fmt: skip
"""Apple's names in Apple's order (ARFaceAnchor.BlendShapeLocation)."""

ARKIT_INDEX: Final[dict[str, int]] = {name: i for i, name in enumerate(ARKIT_NAMES)}

EYE_LOOK: Final[tuple[int, ...]] = tuple(i for i, n in enumerate(ARKIT_NAMES) if n.startswith("eyeLook"))
"""Shapes that are eye rotations in FLAME."""

EYE_BLINK: Final[tuple[int, ...]] = (ARKIT_INDEX["eyeBlinkLeft"], ARKIT_INDEX["eyeBlinkRight"])
"""Shapes that are eyelids in the stream."""

JAW: Final[tuple[int, ...]] = tuple(ARKIT_INDEX[n] for n in ("jawForward", "jawLeft", "jawRight", "jawOpen"))

MOUTH: Final[tuple[int, ...]] = tuple(
    i for i, n in enumerate(ARKIT_NAMES) if n.startswith(("jaw", "mouth", "cheekPuff", "tongue"))
)
"""Shapes that speech determines: jaw, lips, cheeks' air, tongue."""

EXPRESSION: Final[tuple[int, ...]] = tuple(i for i in range(52) if i not in EYE_LOOK and i not in EYE_BLINK)
"""Shapes that become FLAME expression coefficients and the jaw."""

UPPER_FACE: Final[tuple[int, ...]] = tuple(
    i for i, n in enumerate(ARKIT_NAMES)
    if n.startswith(("eyeSquint", "eyeWide", "brow", "cheekSquint", "noseSneer"))
)  # fmt: skip
"""Shapes that show mood and emphasis: squint, wide, brows, cheeks, nose."""
