"""Your own voice as person A; B listens. Ctrl+C ends. Needs the package `sounddevice`."""

import asyncio
import contextlib

from visavis.client import AsyncClient, AsyncConversation, Frame, Talk, TurnEvent, microphone

RATE = 16000


async def listen(conversation: AsyncConversation) -> None:
    sent = 0
    async for samples in microphone(RATE):
        await conversation.send(samples, "A")
        sent += len(samples)
        await conversation.clock(sent / RATE, "B")  # B says nothing, and stays alive


async def main() -> None:
    async with AsyncClient("127.0.0.1:50051") as client, client.converse(Talk(RATE, separate=True)) as conversation:
        listening = asyncio.create_task(listen(conversation))
        try:
            async for output in conversation:
                if isinstance(output, Frame):
                    mouth = "=" * round(120 * output.a.jaw[0])
                    looks = "looks at you" if output.b.gaze_on_partner > 0.5 else "looks away"
                    print(f"\r{output.time_s:7.2f} s  you |{mouth:<24}|  B {looks:<12}", end="", flush=True)
                elif isinstance(output, TurnEvent):
                    print(f"\n{output.person} {output.kind.replace('_', ' ')}")
        finally:
            listening.cancel()


with contextlib.suppress(KeyboardInterrupt):
    asyncio.run(main())
