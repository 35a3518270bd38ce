"""A game's view: it owns both lines, so it knows who speaks; the scene changes while they talk."""

import asyncio

import soundfile
from visavis.audio.bundle import bundled_conversation
from visavis.client import AsyncClient, AsyncConversation, Frame, Talk, TurnEvent
from visavis.v1 import conversation_pb2, participant_pb2, scene_pb2

bundle = bundled_conversation()
line_a, RATE = soundfile.read(bundle.a, dtype="int16")
line_b, _ = soundfile.read(bundle.b, dtype="int16")

LAMP = scene_pb2.SceneObject(name="lantern", position=participant_pb2.Vector3(x=0.0, y=1.1, z=0.5), salience=0.4)


async def play(conversation: AsyncConversation) -> None:
    """Sends both lines as they are heard, a tenth of a second at a time."""
    piece = RATE // 10
    for start in range(0, len(line_a), piece):
        await conversation.send(line_a[start : start + piece], "A")
        await conversation.send(line_b[start : start + piece], "B")
        if start == 15 * RATE:
            await conversation.set_scene("they lean in close")
        if start == 25 * RATE:
            await conversation.set_scene(scene_pb2.SceneUpdate(time_s=25.0, objects=[LAMP]))
        await asyncio.sleep(0.1)
    await conversation.finish()


async def main() -> None:
    talk = Talk(
        sample_rate=RATE,
        separate=True,
        seed=7,
        style_a=conversation_pb2.PersonStyle(liveliness=1.3),
        style_b=conversation_pb2.PersonStyle(mood=0.5),
    )
    async with AsyncClient("127.0.0.1:50051") as client, client.converse(talk) as conversation:
        playing = asyncio.create_task(play(conversation))
        async for output in conversation:
            if isinstance(output, Frame):
                if output.index % 30 == 0:
                    a, b = output.a.translation, output.b.translation
                    apart = float(((a - b) ** 2).sum() ** 0.5)
                    target = output.b.gaze_object or ("A" if output.b.gaze_on_partner > 0.5 else "nothing")
                    print(f"{output.time_s:6.2f} s  heads {apart:.2f} m apart, B looks at {target}")
            elif isinstance(output, TurnEvent):
                print(f"{output.time_s:6.2f} s  {output.person} {output.kind.replace('_', ' ')}")
            elif isinstance(output, scene_pb2.PoseReading):
                print(f"           understood: {output.reading} ({output.confidence:.2f})")
        await playing


asyncio.run(main())
