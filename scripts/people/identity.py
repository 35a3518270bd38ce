"""The two people: which MakeHuman targets make their faces, and what colours they have."""

from dataclasses import dataclass, field

YOUNG_WOMAN = "macrodetails/universal-female-young-averagemuscle-averageweight"
YOUNG_MAN = "macrodetails/universal-male-young-averagemuscle-averageweight"

Colour = tuple[float, float, float]
"""Linear light, each channel in [0, 1]."""


def srgb(code: str) -> Colour:
    """`#rrggbb` in linear light."""
    values = (int(code[i : i + 2], 16) / 255 for i in (1, 3, 5))
    r, g, b = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in values)
    return r, g, b


@dataclass(frozen=True)
class Identity:
    """What makes one person look like themselves."""

    name: str
    targets: dict[str, float]
    skin: Colour
    blush: Colour
    lips: Colour
    lip_strength: float
    hair: Colour
    iris: Colour
    iris_rim: Colour
    cloth: Colour
    trousers: Colour
    freckles: float = 0.0
    stubble: float = 0.0
    brow_thickness: float = 1.0
    hair_style: str = "short"
    seed: int = 1
    collar: str = "crew"
    traits: dict[str, float] = field(default_factory=dict)


ANNA = Identity(
    name="a",
    targets={
        "macrodetails/african-female-young": 0.34,
        "macrodetails/caucasian-female-young": 0.36,
        "macrodetails/asian-female-young": 0.30,
        YOUNG_WOMAN: 1.0,
    },
    skin=srgb("#c08a68"),
    blush=srgb("#b2604c"),
    lips=srgb("#a34f4b"),
    lip_strength=0.85,
    hair=srgb("#2a1a12"),
    iris=srgb("#5a3516"),
    iris_rim=srgb("#2b170a"),
    cloth=srgb("#a2604a"),
    trousers=srgb("#2b2e38"),
    hair_style="bob",
    traits={"neck_front": -0.070, "neck_side": 0.000, "neck_back": -0.024},
    seed=11,
)

BEN = Identity(
    name="b",
    targets={
        "macrodetails/caucasian-male-young": 0.85,
        "macrodetails/african-male-young": 0.15,
        YOUNG_MAN: 1.0,
    },
    skin=srgb("#d9a888"),
    blush=srgb("#c0705c"),
    lips=srgb("#b56b60"),
    lip_strength=0.6,
    hair=srgb("#3d2817"),
    iris=srgb("#5f87a0"),
    iris_rim=srgb("#24404f"),
    cloth=srgb("#43566b"),
    trousers=srgb("#23262b"),
    stubble=0.5,
    brow_thickness=1.25,
    hair_style="short",
    seed=23,
)

PEOPLE = (ANNA, BEN)
