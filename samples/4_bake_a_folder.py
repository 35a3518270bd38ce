"""Many recordings, several at a time, one npz each. What is there already is not baked again."""

import asyncio
import sys
from dataclasses import fields
from pathlib import Path

import numpy as np
from visavis.client import AsyncClient, Performance, ServiceError

SOUND_TYPES = {".wav", ".flac", ".ogg", ".mp3"}
AT_ONCE = 4


def save(talk: Performance, path: Path) -> None:
    arrays = {
        f"{letter}_{field.name}": getattr(face, field.name)
        for letter, face in (("a", talk.a), ("b", talk.b))
        for field in fields(face)
        if field.name != "gaze_object"
    }
    np.savez_compressed(path, **arrays, fps=talk.header.fps, rig=talk.header.rig_id)


async def main(folder: Path, out: Path) -> int:
    out.mkdir(parents=True, exist_ok=True)
    free = asyncio.Semaphore(AT_ONCE)

    async def bake(recording: Path) -> bool:
        target = out / f"{recording.stem}.npz"
        if target.exists():
            return True
        async with free:
            try:
                save(await client.bake(recording), target)
            except (ServiceError, ValueError) as error:
                print(f"{recording.name}: {error}", file=sys.stderr)
                return False
        print(target)
        return True

    async with AsyncClient("127.0.0.1:50051") as client:
        recordings = sorted(p for p in folder.iterdir() if p.suffix.lower() in SOUND_TYPES)
        done = await asyncio.gather(*map(bake, recordings))
    print(f"{sum(done)} of {len(done)} baked")
    return int(not all(done))


if len(sys.argv) < 2:
    sys.exit("usage: 4_bake_a_folder.py FOLDER [OUT]")
sys.exit(asyncio.run(main(Path(sys.argv[1]), Path(sys.argv[2] if len(sys.argv) > 2 else "out/folder"))))
