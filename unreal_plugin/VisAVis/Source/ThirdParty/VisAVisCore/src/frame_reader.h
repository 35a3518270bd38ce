// Reads visavis.v1.ConverseResponse from its bytes without allocating.
#pragma once

#include <cstddef>
#include <cstdint>

#include "frame.h"

namespace visavis {

// Which of the answers a message holds; values are the field numbers of ConverseResponse.
enum class ResponseKind {
  kMalformed = -1,
  kNone = 0,
  kHeader = 1,
  kFrame = 2,
  kRoleEvent = 3,
  kNotice = 4,
  kSummary = 5,
  kPose = 6,
};

// What `bytes` hold. `frame` is filled when it is a frame. A frame is malformed when its bytes break protobuf's encoding,
// when a field has another number of values than frame.proto says, or when a value is not finite.
ResponseKind ReadResponse(const uint8_t* bytes, size_t size, ConversationFrame* frame);

}  // namespace visavis
