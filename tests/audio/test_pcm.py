import numpy as np
import pytest
from visavis.audio import AudioEncoding, check_rate, check_samples, decode
from visavis.errors import InvalidInput


def test_sixteen_bit_integers_reach_full_scale() -> None:
    packed = np.array([0, 16384, -32768, 32767], "<i2").tobytes()
    np.testing.assert_allclose(decode(packed, AudioEncoding.S16), [0, 0.5, -1, 32767 / 32768])


def test_floats_come_back_as_they_were() -> None:
    values = np.array([0.25, -0.75], "<f4")
    np.testing.assert_array_equal(decode(values.tobytes(), AudioEncoding.F32), values)


@pytest.mark.parametrize(("packed", "encoding"), [(b"", 1), (b"abc", 1), (b"", 2), (b"abcdef", 2)])
def test_nothing_and_half_a_sample_are_refused(packed: bytes, encoding: int) -> None:
    with pytest.raises(InvalidInput) as refused:
        decode(packed, AudioEncoding(encoding))
    assert refused.value.field == "audio.samples"


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_what_is_no_number_is_refused_with_its_place(bad: float) -> None:
    with pytest.raises(InvalidInput, match="sample 2 of 4"):
        check_samples(np.array([0, 0, bad, 0], np.float32))


def test_shapes_and_types_that_are_no_channel_are_refused() -> None:
    for wrong in (np.zeros((2, 5), np.float32), np.zeros(0, np.float32), np.zeros(5, np.int16)):
        with pytest.raises(InvalidInput):
            check_samples(wrong)


def test_what_is_too_loud_is_clipped_and_counted() -> None:
    sound, clipped = check_samples(np.array([0.5, 1.5, -2.0, 1.0], np.float32))
    np.testing.assert_array_equal(sound, np.array([0.5, 1.0, -1.0, 1.0], np.float32))
    assert clipped == 2


@pytest.mark.parametrize("rate", [0, -1, 7999, 48001, 10**9, 16000.5])
def test_absurd_rates_are_refused(rate: float) -> None:
    with pytest.raises(InvalidInput) as refused:
        check_rate(rate)  # type: ignore[arg-type]
    assert refused.value.field == "sample_rate"
