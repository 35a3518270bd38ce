"""Speaks a script: `python -m visavis.corpus.speechbank SCRIPT.json --voices FOLDER --out FOLDER`."""

import argparse
import json
from pathlib import Path

import soundfile

from visavis.corpus.speechbank.dialogue import PARTICIPANTS, Dialogue, arrange, read_script
from visavis.corpus.speechbank.voice import SAMPLE_RATE, Speaker, VoiceShelf


def write_dialogue(dialogue: Dialogue, out: Path, name: str = "conversation") -> list[Path]:
    """Writes the mixed track (WAV), each person's (FLAC), RTTM, words, and every phone's time (JSON lines)."""
    out.mkdir(parents=True, exist_ok=True)
    mixed = out / f"{name}.wav"
    soundfile.write(mixed, dialogue.mixed, dialogue.sample_rate, subtype="PCM_16")
    written = [mixed]
    for person, track in zip(PARTICIPANTS, dialogue.tracks):
        path = out / f"{name}_{person.lower()}.flac"
        soundfile.write(path, track, dialogue.sample_rate, subtype="PCM_16")
        written.append(path)
    rows = [
        {
            "kind": s.line.kind, "participant": s.line.participant, "text": s.line.text,
            "start": s.start, "end": s.end, "phones": s.phones,
        }
        for s in dialogue.lines
    ]  # fmt: skip
    texts = {
        f"{name}.rttm": dialogue.rttm(name),
        f"{name}.txt": dialogue.transcript(),
        f"{name}_phones.jsonl": "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows),
    }
    for file, text in texts.items():
        (out / file).write_text(text, encoding="utf-8")
        written.append(out / file)
    return written


def main() -> None:
    """Reads the arguments, speaks the script, says what was written."""
    parser = argparse.ArgumentParser(prog="python -m visavis.corpus.speechbank", description=__doc__)
    parser.add_argument("script", type=Path, help="the dialogue, in JSON")
    parser.add_argument("--voices", type=Path, required=True, help="folder with the voice files (*.bin)")
    parser.add_argument("--out", type=Path, required=True, help="folder to write to")
    parser.add_argument("--name", default="conversation", help="how the files are called")
    parser.add_argument("--threads", type=int, default=2, help="processor threads")
    args = parser.parse_args()
    voices, speeds, lines = read_script(args.script)
    speaker = Speaker(VoiceShelf(args.voices), args.threads)
    dialogue = arrange(lines, speaker.say, voices, speeds, SAMPLE_RATE)
    for path in write_dialogue(dialogue, args.out, args.name):
        print(f"{path}  {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
