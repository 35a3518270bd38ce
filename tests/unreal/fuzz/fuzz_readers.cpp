// A libFuzzer target over the readers of what others wrote: frames from the wire, profiles and baked files from disks.
#include <cstdint>
#include <string>
#include <string_view>

#include "baked.h"
#include "frame_reader.h"
#include "profile.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data + 1), size - 1);
  std::string error;
  switch (data[0] % 3) {
    case 0: {
      visavis::ConversationFrame frame;
      visavis::ReadResponse(data + 1, size - 1, &frame);
      break;
    }
    case 1: {
      visavis::Profile profile;
      if (visavis::ParseProfile(text, &profile, &error)) {
        visavis::ProfileMapper mapper(profile, {"jawOpen", "viseme_aa"});
        const float weights[visavis::kArkitCount] = {};
        float out[2];
        mapper.Map(weights, out);
      }
      break;
    }
    default: {
      visavis::Baked baked;
      visavis::FacePose pose;
      if (baked.Parse(text, &error)) baked.Sample(0.5, &pose);
    }
  }
  return 0;
}
