// One gRPC call after another to one service: what the conversation needs of the network, and nothing else.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

namespace visavis {

using SteadyTime = std::chrono::steady_clock::time_point;

// Where the service is, and how it is trusted. Strings hold PEM text, not paths.
struct Endpoint {
  std::string address;  // "host:port"
  bool use_tls = false;
  std::string root_certificates;  // empty: the system's
  std::string client_certificate;
  std::string client_key;
  std::string server_name;  // empty: the address's host
  std::string token;        // empty: none
};

// gRPC's status codes that are treated in a way of their own.
enum StatusCode : int {
  kOk = 0,
  kCancelled = 1,
  kUnknown = 2,
  kInvalidArgument = 3,
  kDeadlineExceeded = 4,
  kNotFound = 5,
  kPermissionDenied = 7,
  kResourceExhausted = 8,
  kFailedPrecondition = 9,
  kOutOfRange = 11,
  kUnimplemented = 12,
  kInternal = 13,
  kUnavailable = 14,
  kUnauthenticated = 16,
};

struct WireEvent {
  enum Kind {
    kNothing,  // the time is up, or somebody woke us
    kMessage,  // `data`, `size`: one message, valid until the next call of the wire
    kWritten,  // the last Write or HalfClose is done; another may follow
    kClosed,   // the call is over: `status`, `text`
  };
  Kind kind = kNothing;
  const uint8_t* data = nullptr;
  size_t size = 0;
  int status = kOk;
  std::string text;
};

// Used by one thread, but for Wake.
class Wire {
 public:
  virtual ~Wire() = default;

  // Begins a call, e.g. "/visavis.v1.ConversationService/Converse". Only when none is open. A `deadline_s` of 0 is none.
  virtual void Open(const char* method, double deadline_s) = 0;
  // Sends one message (copied). One Write or HalfClose at a time: kWritten follows, or kClosed.
  virtual void Write(const uint8_t* data, size_t size) = 0;
  virtual void HalfClose() = 0;
  // Asks for the next message. One at a time: kMessage follows, or kClosed. Not asking holds the service back.
  virtual void Receive() = 0;
  // Ends the call: kClosed follows at once, whatever the network does.
  virtual void Cancel() = 0;
  // Waits for the next event, a Wake, or `until`.
  virtual WireEvent Wait(SteadyTime until) = 0;
  // Ends a Wait, or the next one. From any thread.
  virtual void Wake() = 0;
};

// Never null; a bad endpoint shows as kClosed after Open.
std::unique_ptr<Wire> MakeWire(const Endpoint& endpoint);

// "gRPC C++ 1.51.1": what carries the calls.
std::string WireName();

}  // namespace visavis
