// The Unreal modules on the stub engine: components through their lives, the Live Link source, the importer. With the real client
// core; the conversations of the last tests go to the service whose address VISAVIS_TEST_ADDRESS holds.
#include <chrono>
#include <thread>
#include <utility>

#include "../check.h"
#include "AudioDevice.h"
#include "Components/SkeletalMeshComponent.h"
#include "Engine/SkeletalMesh.h"
#include "Engine/World.h"
#include "GameFramework/Actor.h"
#include "HAL/IConsoleManager.h"
#include "HAL/PlatformTime.h"
#include "Kismet/GameplayStatics.h"
#include "Misc/FeedbackContext.h"
#include "Sound/SoundWave.h"
#include "VisAVisBakedFace.h"
#include "VisAVisBakedFaceFactory.h"
#include "VisAVisConversationComponent.h"
#include "VisAVisFaceComponent.h"
#include "VisAVisGazeComponent.h"
#include "VisAVisLibrary.h"
#include "VisAVisLiveLinkSource.h"
#include "VisAVisLiveLinkSourceFactory.h"
#include "VisAVisModule.h"
#include "VisAVisProfile.h"
#include "VisAVisSession.h"
#include "VisAVisSettings.h"
#include "recording_client.h"

namespace {

constexpr float kFrame = 1.0f / 60;

FRecordingClient& Client() {
  static FRecordingClient* it = [] {
    auto* made = new FRecordingClient();
    IModularFeatures::Get().RegisterModularFeature(ILiveLinkClient::ModularFeatureName, made);
    return made;
  }();
  return *it;
}

// An actor on the floor, facing yaw degrees.
AActor* NewActor(double x, double y, double yaw) {
  AActor* actor = new AActor();
  actor->NamePrivate = TEXT("Actor");
  actor->Transform = FTransform(FQuat(FVector::UpVector, FMath::DegreesToRadians(yaw)), FVector(x, y, 0));
  actor->Root = NewObject<USceneComponent>(actor, TEXT("Root"));
  static UWorld* const world = [] {
    UWorld* made = NewObject<UWorld>();
    made->Device = new FAudioDevice();
    return made;
  }();
  actor->World = world;
  return actor;
}

USkeletalMeshComponent* AddMesh(AActor* actor, const TArray<FName>& morph_targets) {
  auto* mesh = actor->Stub_AddComponent<USkeletalMeshComponent>(TEXT("Face"));
  mesh->Asset = NewObject<USkeletalMesh>();
  for (const FName& name : morph_targets) mesh->Asset->MorphTargets.Add(NewObject<UMorphTarget>(mesh->Asset, name));
  return mesh;
}

USoundWave* NewSound(double seconds, float loudness) {
  auto* sound = NewObject<USoundWave>(nullptr, TEXT("Voice"));
  const auto count = static_cast<int32>(seconds * sound->Rate);
  sound->Data.SetNumZeroed(8 + 2 * count);
  const uint32 header[2] = {static_cast<uint32>(sound->Rate), 1};
  std::memcpy(sound->Data.GetData(), header, 8);
  for (int32 i = 0; i < count; ++i) {
    const double envelope = std::max(0.0, std::sin(i * 2 * 3.14159 * 3 / sound->Rate));
    const auto value = static_cast<int16>(loudness * 20000 * envelope * std::sin(i * 0.08));
    std::memcpy(sound->Data.GetData() + 8 + 2 * i, &value, 2);
  }
  return sound;
}

// Two people in the CSV of a bake.
FString Csv(double jaw) {
  std::string text = "time,";
  for (const FName& name : UVisAVisLibrary::GetArkitNames()) text += Stub::ToUtf8(*name.ToString()) + ",";
  text += "headYaw,headPitch,headRoll,leftEyeYaw,leftEyePitch,rightEyeYaw,rightEyePitch,speaking\n";
  for (int i = 0; i <= 60; ++i) {
    text += std::to_string(i / 30.0);
    for (int w = 0; w < 52; ++w) text += w == 17 ? "," + std::to_string(jaw * i / 60) : ",0";
    text += ",30,10,0,5,2,5,2,1\n";
  }
  return FString(Stub::ToWide(text.c_str()));
}

UVisAVisBakedFace* NewBaked(double jaw) {
  auto* face = NewObject<UVisAVisBakedFace>();
  FString error;
  CHECK(face->ImportCsv(Csv(jaw), error));
  return face;
}

void Tick(UActorComponent* component) { component->TickComponent(kFrame, LEVELTICK_All, nullptr); }

bool Logged(const char* part) {
  for (const Stub::LogLine& line : Stub::Log()) {
    if (line.text.find(part) != std::string::npos) return true;
  }
  return false;
}

TEST("module: the client library is found beside the plugin, and says its version") {
  FString version;
  CHECK(UVisAVisLibrary::IsAvailable(version));
  CHECK(!version.IsEmpty());
  CHECK(UVisAVisLibrary::GetArkitNames().Num() == 52);
  CHECK(UVisAVisLibrary::GetArkitNames()[17] == FName(TEXT("jawOpen")));
  Stub::ConsoleCommands().at("VisAVis.Presets")();
  CHECK(Logged("arkit-camel"));
  Stub::ConsoleCommands().at("VisAVis.Status")();
  CHECK(Logged("Client library: "));
}

TEST("placement: two actors anywhere in a level stand in the conversation as they stand there") {
  // B is 2 m to the east of A (+Y), both turned to each other, the whole level turned by no simple angle.
  for (const double turned : {0.0, 37.0, 200.0}) {
    const FQuat level(FVector::UpVector, FMath::DegreesToRadians(turned));
    const auto place = [&](double x, double y, double yaw) {
      return FTransform(level * FQuat(FVector::UpVector, FMath::DegreesToRadians(yaw)), level.RotateVector(FVector(x, y, 50)));
    };
    const FVisAVisPlacement placement = FVisAVisPlacement::FromActors(place(100, 0, 90), place(100, 200, -90), 170, 150);
    CHECK_NEAR(placement.Distance, 2.0, 1e-9);
    CHECK_NEAR(placement.YawA, 90, 1e-6);
    CHECK_NEAR(placement.YawB, -90, 1e-6);
    CHECK_NEAR(placement.EyeHeightA, 1.7, 1e-9);
    // A's place in the conversation, (-1, 0, 0) m, is Unreal's (0, 100, 0) cm there: it must be A's place in the level.
    const FVector a = placement.ConversationToWorld.TransformPosition(FVector(0, 100, 0));
    CHECK_NEAR(FVector::Dist(a, place(100, 0, 0).GetLocation()), 0, 1e-6);
    // And what A faces, yaw 90, is the direction to B.
    const FQuat body = placement.ConversationToWorld.GetRotation() * FQuat(FVector::UpVector, FMath::DegreesToRadians(-90));
    CHECK_NEAR(FVector::Dist(body.GetForwardVector(), level.RotateVector(FVector(0, 1, 0))), 0, 1e-6);
  }
}

TEST("live link: subjects are described once, then frames come at the moments of the conversation, and none twice") {
  AActor* host = NewActor(0, 0, 0);
  auto* conversation = host->Stub_AddComponent<UVisAVisConversationComponent>(TEXT("Conversation"));
  conversation->ConversationName = TEXT("Bar");
  conversation->AudioInput = EVisAVisAudioInput::Pushed;
  conversation->bAutoStart = false;
  conversation->ActorA = NewActor(0, 0, 90);
  conversation->ActorB = NewActor(0, 120, -90);
  FRecordingClient& client = Client();
  client.statics.clear();
  client.frames.clear();
  conversation->PlayBaked(NewBaked(0.8), NewBaked(0.4));
  CHECK(client.sources.Num() == 1);
  CHECK(client.sources[0]->GetSourceStatus().ToString() == FString(TEXT("Playing a baked recording")));
  client.Update();
  CHECK(client.frames.empty());  // nothing has been shown yet
  for (int i = 0; i < 60; ++i) {
    Stub::WorldSeconds() += kFrame;
    Tick(conversation);
    CHECK(client.FramesOf(TEXT("Bar_A")).size() == static_cast<std::size_t>(i) + 1);  // in the frame that shows it
    client.Update();
    client.Update();  // more often than the game ticks
  }
  CHECK(client.statics.size() == 4);
  const auto* face = &client.statics[0];
  CHECK(face->subject == FName(TEXT("Bar_A")));
  CHECK(face->role == ULiveLinkBasicRole::StaticClass());
  CHECK(face->data->PropertyNames.Num() == 61);
  CHECK(face->data->PropertyNames[0] == FName(TEXT("eyeBlinkLeft")) && face->data->PropertyNames[52] == FName(TEXT("headYaw")));
  CHECK(client.statics[1].subject == FName(TEXT("Bar_A_Placement")));
  CHECK(client.statics[1].role == ULiveLinkTransformRole::StaticClass());

  const auto frames = client.FramesOf(TEXT("Bar_B"));
  CHECK(frames.size() == 60);
  double last_scene = -1;
  double last_world = 0;
  for (const auto& frame : frames) {
    CHECK(frame.data->PropertyValues.Num() == 61);
    CHECK(frame.data->MetaData.SceneTime.AsSeconds() > last_scene);
    CHECK(frame.data->WorldTime.GetSourceTime() > last_world);
    last_scene = frame.data->MetaData.SceneTime.AsSeconds();
    last_world = frame.data->WorldTime.GetSourceTime();
  }
  CHECK_NEAR(last_scene, 1.0, 1e-3);
  const auto& values = client.FramesOf(TEXT("Bar_A")).back().data->PropertyValues;
  CHECK_NEAR(values[17], 0.8 * 30 / 60, 1e-3);
  const double degree = 3.14159265 / 180;
  CHECK_NEAR(values[52], 30 * degree, 1e-4);   // yaw to the own left
  CHECK_NEAR(values[53], -10 * degree, 1e-4);  // pitch positive up
  CHECK_NEAR(values[55], -5 * degree, 1e-4);   // eyes: yaw positive to the own right
  CHECK_NEAR(values[56], 2 * degree, 1e-4);

  const auto placements = client.FramesOf(TEXT("Bar_A_Placement"));
  const auto* transform = static_cast<FLiveLinkTransformFrameData*>(placements.back().data.get());
  CHECK_NEAR(transform->Transform.GetLocation().X, 0, 1e-6);
  CHECK_NEAR(transform->Transform.GetLocation().Y, 0, 1e-6);
  CHECK(transform->Transform.GetLocation().Z > 120 && transform->Transform.GetLocation().Z < 160);
  CHECK_NEAR(transform->Transform.GetRotation().GetForwardVector().Y, 1, 1e-6);  // A faces B

  int finished = 0;
  conversation->OnFinished.AddLambda([&finished] { ++finished; });
  for (int i = 0; i < 90; ++i) Tick(conversation);
  CHECK(finished == 1);
  conversation->EndPlay(EEndPlayReason::Quit);
  CHECK(client.sources.Num() == 0);
}

TEST("face: morph targets are recognised and driven, rotations are offered, whatever the mesh calls them") {
  AActor* host = NewActor(0, 0, 0);
  auto* conversation = host->Stub_AddComponent<UVisAVisConversationComponent>(TEXT("Conversation"));
  conversation->ConversationName = TEXT("Faces");
  conversation->AudioInput = EVisAVisAudioInput::Pushed;
  conversation->PlayBaked(NewBaked(1.0), nullptr);
  TArray<FName> names;
  for (const FName& name : UVisAVisLibrary::GetArkitNames()) {
    std::u16string pascal = *name.ToString();
    pascal[0] = static_cast<char16_t>(pascal[0] - 32);
    names.Add(FName(pascal.c_str()));
  }
  AActor* actor = NewActor(0, 0, 90);
  USkeletalMeshComponent* mesh = AddMesh(actor, names);
  auto* face = actor->Stub_AddComponent<UVisAVisFaceComponent>(TEXT("VisAVisFace"));
  face->ConversationName = TEXT("Faces");
  face->BeginPlay();
  CHECK(face->GetProfileDescription().Contains(TEXT("52 of 52")));
  for (int i = 0; i < 60; ++i) {
    Tick(conversation);
    Tick(face);
  }
  CHECK_NEAR(*mesh->MorphWeights.Find(TEXT("JawOpen")), 0.5, 0.01);
  // Up and to the own left is a negative yaw and pitch in Unreal: left is -Y, and pitch is positive up.
  CHECK_NEAR(face->HeadRotation.Yaw, -30, 0.01);
  CHECK_NEAR(face->HeadRotation.Pitch, -10, 0.01);
  CHECK_NEAR(face->LeftEyeRotation.Yaw, -5, 0.01);
  face->Weight = 0;
  Tick(face);
  CHECK_NEAR(*mesh->MorphWeights.Find(TEXT("JawOpen")), 0, 0);
  CHECK_NEAR(face->HeadRotation.Yaw, 0, 1e-6);

  auto* profile = NewObject<UVisAVisProfile>(nullptr, TEXT("Mine"));
  profile->Json = TEXT("{\"format\":\"visavis-profile-1\",\"name\":\"mine\",\"channels\":[{\"channel\":\"jawOpen\",\"targets\":[\"MouthOpen\"],\"gain\":0.5}]}");
  AActor* other = NewActor(0, 0, 0);
  TArray<FName> one;
  one.Add(TEXT("mouth_open"));
  USkeletalMeshComponent* plain = AddMesh(other, one);
  auto* second = other->Stub_AddComponent<UVisAVisFaceComponent>(TEXT("VisAVisFace"));
  second->ConversationName = TEXT("Faces");
  second->BeginPlay();
  CHECK(second->GetProfileDescription().IsEmpty());  // no preset fits
  second->Profile = profile;
  CHECK(second->Rebind());
  Tick(second);
  CHECK_NEAR(*plain->MorphWeights.Find(TEXT("mouth_open")), 0.25, 0.01);
  profile->Json = TEXT("{}");
  CHECK(!second->Rebind());
  CHECK(Logged("format"));
  conversation->EndPlay(EEndPlayReason::Quit);
  Tick(face);  // a face without its conversation keeps what it had
}

TEST("importer: takes face CSVs and leaves all others alone; faults are told with their place") {
  const std::string path = "modules_test_a.csv";
  const auto write = [&path](const std::string& text) {
    FILE* file = std::fopen(path.c_str(), "wb");
    std::fwrite(text.data(), 1, text.size(), file);
    std::fclose(file);
  };
  auto* factory = NewObject<UVisAVisBakedFaceFactory>();
  write(Stub::ToUtf8(*Csv(1)));
  const FString file(Stub::ToWide(path.c_str()));
  CHECK(factory->FactoryCanImport(file));
  write("Name,Value\nx,1\n");
  CHECK(!factory->FactoryCanImport(file));
  std::remove(path.c_str());

  const FString csv = Csv(1);
  const TCHAR* begin = *csv;
  FFeedbackContext warn;
  UFactory::CurrentFilename = file;
  UObject* made = factory->FactoryCreateText(UVisAVisBakedFace::StaticClass(), nullptr, TEXT("a"), RF_NoFlags, nullptr, TEXT("csv"),
                                             begin, begin + csv.Len(), &warn);
  auto* face = Cast<UVisAVisBakedFace>(made);
  CHECK(face != nullptr && face->GetFrameCount() == 61 && face->SourceFile == file);
  const FString broken(u"time,jawOpen,eyeBlinkLeft\n0,0,0\n1,x,0\n");
  const TCHAR* at = *broken;
  CHECK(factory->FactoryCreateText(UVisAVisBakedFace::StaticClass(), nullptr, TEXT("a"), RF_NoFlags, nullptr, TEXT("csv"), at,
                                   at + broken.Len(), &warn) == nullptr);
  CHECK(Stub::ToUtf8(warn.Last.c_str()).find("line 3, column 2") != std::string::npos);
  auto* sources = NewObject<UVisAVisLiveLinkSourceFactory>();
  CHECK(sources->CreateSource(TEXT("Bar")).IsValid());
  CHECK(!sources->GetSourceDisplayName().ToString().IsEmpty() && sources->GetMenuType() == ULiveLinkSourceFactory::EMenuType::MenuEntry);
}

TEST("sound: what is heard leads the faces, from where the people stand") {
  AActor* host = NewActor(0, 0, 0);
  auto* conversation = host->Stub_AddComponent<UVisAVisConversationComponent>(TEXT("Led"));
  conversation->ConversationName = TEXT("Led");
  conversation->VoiceA = NewSound(4, 1);
  conversation->VoiceB = NewSound(4, 0);
  conversation->ActorA = NewActor(0, 0, 90);
  Stub::Sounds().Empty();
  conversation->PlayBaked(NewBaked(1.0), NewBaked(0.5));
  CHECK(Stub::Sounds().Num() == 2);
  UAudioComponent* a = Stub::Sounds()[0];
  UAudioComponent* b = Stub::Sounds()[1];
  CHECK(a->bPlaying && a->AttachParent == conversation->ActorA->GetRootComponent() && a->bAllowSpatialization);
  CHECK(b->bPlaying && b->AttachParent == nullptr && !b->bAllowSpatialization);
  CHECK(!a->bIsUISound && !b->bIsUISound);
  // The sound card is 3% slower than the game's clock.
  for (int i = 0; i < 180; ++i) {
    a->Stub_Heard(static_cast<float>(i) * kFrame * 0.97f / 4);
    Tick(conversation);
  }
  CHECK_NEAR(conversation->GetPlaybackSeconds(), 180 * kFrame * 0.97, 0.04);
  conversation->StopConversation();
  CHECK(!a->bPlaying && !b->bPlaying);
}

TEST("missing library: it is told where it was sought, and nothing else happens") {
  FString version;
  if (UVisAVisLibrary::IsAvailable(version)) {
    std::printf("      not run: the library is there; modules.missing_library hides it\n");
    return;
  }
  CHECK(Logged("The client library was not found at"));
  CHECK(version.IsEmpty() && UVisAVisLibrary::GetArkitNames().IsEmpty() && UVisAVisLibrary::GetPresetNames().IsEmpty());
  AActor* host = NewActor(0, 0, 0);
  AddMesh(host, {TEXT("jawOpen"), TEXT("eyeBlinkLeft")});
  auto* face = host->Stub_AddComponent<UVisAVisFaceComponent>(TEXT("Face"));
  auto* gaze = host->Stub_AddComponent<UVisAVisGazeComponent>(TEXT("Gaze"));
  auto* conversation = host->Stub_AddComponent<UVisAVisConversationComponent>(TEXT("Lost"));
  conversation->VoiceA = NewSound(1, 1);
  conversation->VoiceB = NewSound(1, 0);
  conversation->BeginPlay();
  face->BeginPlay();
  gaze->BeginPlay();
  CHECK(!conversation->StartConversation());
  conversation->PlayBaked(NewObject<UVisAVisBakedFace>(), nullptr);
  FString error;
  CHECK(!NewObject<UVisAVisBakedFace>()->ImportCsv(TEXT("time,jawOpen"), error) && !error.IsEmpty());
  FVisAVisLiveLinkSource source(NAME_None);
  source.ReceiveClient(&Client(), FGuid(1, 2, 3, 4));
  for (int i = 0; i < 3; ++i) {
    for (UActorComponent* component : host->Components) Tick(component);
    source.Update();
  }
  CHECK(source.GetSourceStatus().ToString() == FString(TEXT("Client library not found")));
  CHECK(!face->Rebind() && conversation->GetState() == EVisAVisState::Idle);
  for (const char* command : {"VisAVis.Presets", "VisAVis.Status"}) Stub::ConsoleCommands().at(command)();
  for (UActorComponent* component : host->Components) component->EndPlay(EEndPlayReason::Quit);
}

TEST("conversation: without sounds, or with a bad address, it says so and does not start") {
  AActor* host = NewActor(0, 0, 0);
  auto* conversation = host->Stub_AddComponent<UVisAVisConversationComponent>(TEXT("Silent"));
  CHECK(!conversation->StartConversation());
  CHECK(Logged("Voice A and Voice B are needed"));
  conversation->VoiceA = NewSound(1, 1);
  conversation->VoiceB = NewSound(1, 1);
  conversation->ServiceAddress = TEXT("nowhere");
  CHECK(!conversation->StartConversation());
  CHECK(Logged("host:port"));
  CHECK(conversation->GetState() == EVisAVisState::Idle);
  Tick(conversation);
  TArray<float> samples;
  samples.Add(0);
  CHECK(conversation->PushAudio(EVisAVisParticipant::A, samples) == 0);
}

// ---- with a service

struct FScene {
  AActor* host = NewActor(0, 0, 0);
  AActor* a = NewActor(-60, 0, 0);
  AActor* b = NewActor(60, 0, 180);
  UVisAVisConversationComponent* conversation = host->Stub_AddComponent<UVisAVisConversationComponent>(TEXT("Live"));
  int opened = 0, finished = 0, failed = 0, turns = 0;

  explicit FScene(const TCHAR* name) {
    UVisAVisSettings* settings = GetMutableDefault<UVisAVisSettings>();
    settings->ServiceAddress = FString(Stub::ToWide(std::getenv("VISAVIS_TEST_ADDRESS")));
    conversation->ConversationName = name;
    conversation->ActorA = a;
    conversation->ActorB = b;
    conversation->OnOpened.AddLambda([this](const FString&) { ++opened; });
    conversation->OnFinished.AddLambda([this] { ++finished; });
    conversation->OnFailed.AddLambda([this](const FString& why) {
      ++failed;
      std::printf("      failed: %s\n", Stub::ToUtf8(*why).c_str());
    });
    conversation->OnTurnBegan.AddLambda([this](EVisAVisParticipant, double) { ++turns; });
  }

  // Plays in real time until `done`, or for so many seconds.
  template <typename Done>
  bool Play(double seconds, Done done) {
    auto next = std::chrono::steady_clock::now();
    for (int i = 0; i < seconds * 60; ++i) {
      next += std::chrono::microseconds(16667);
      std::this_thread::sleep_until(next);
      Stub::WorldSeconds() += kFrame;
      Tick(conversation);
      Client().Update();
      if (done()) return true;
    }
    return done();
  }
};

// Without an address these tests are left to live.service, and say so.
bool HasService() {
  const bool has = std::getenv("VISAVIS_TEST_ADDRESS") != nullptr;
  if (!has) std::printf("      not run: VISAVIS_TEST_ADDRESS is not set\n");
  return has;
}

TEST("service: two sound waves are played and both faces come to life, to the end") {
  if (!HasService()) return;
  FScene scene(TEXT("Waves"));
  // Begin when every face is there: on a busy machine they might come later than the sound, and be right to be skipped.
  UVisAVisSettings* settings = GetMutableDefault<UVisAVisSettings>();
  const float begin_at = std::exchange(settings->StartBufferSeconds, 2.5f);
  const float wait_for = std::exchange(settings->ConnectTimeoutSeconds, 100.0f);
  scene.conversation->VoiceA = NewSound(2.5, 1);
  scene.conversation->VoiceB = NewSound(2.0, 0.1f);
  Client().frames.clear();
  Client().statics.clear();
  Stub::Sounds().Empty();
  AActor* b = scene.b;
  AddMesh(b, UVisAVisLibrary::GetArkitNames());
  auto* face = b->Stub_AddComponent<UVisAVisFaceComponent>(TEXT("Face"));
  face->ConversationName = TEXT("Waves");
  face->Participant = EVisAVisParticipant::B;
  auto* gaze = b->Stub_AddComponent<UVisAVisGazeComponent>(TEXT("Gaze"));
  AActor* partner = NewActor(-60, 200, 0);  // far from where the stream believes A to be
  gaze->Partner = partner;
  face->BeginPlay();
  gaze->BeginPlay();
  scene.conversation->BeginPlay();
  CHECK(scene.conversation->GetState() == EVisAVisState::Connecting || scene.conversation->GetState() == EVisAVisState::Streaming);
  double chest = 0;
  CHECK(scene.Play(120, [&] {
    Tick(face);
    chest = std::max(chest, std::abs(face->ChestRotation.Yaw));
    return scene.finished > 0;
  }));
  CHECK(scene.opened == 1 && scene.failed == 0);
  CHECK(Stub::Sounds().Num() == 2);
  const auto frames = Client().FramesOf(TEXT("Waves_A"));
  CHECK(frames.size() > 120);
  double moved = 0;
  for (const auto& frame : frames) moved = std::max(moved, static_cast<double>(frame.data->PropertyValues[17]));
  std::printf("      %zu Live Link frames, jaw up to %.2f, chest turned up to %.1f degrees, retarget %.1f us\n", frames.size(), moved,
              chest, scene.conversation->GetStatistics().RetargetMicroseconds);
  CHECK(moved > 0.02);
  CHECK(Client().statics.size() == 4);
  CHECK(scene.conversation->GetStatistics().Frames == 75);
  settings->StartBufferSeconds = begin_at;
  settings->ConnectTimeoutSeconds = wait_for;
  scene.conversation->EndPlay(EEndPlayReason::Quit);
}

TEST("service: pushed sound, silence kept alive, pose text, objects and roles go through") {
  if (!HasService()) return;
  FScene scene(TEXT("Pushed"));
  UVisAVisConversationComponent* it = scene.conversation;
  it->AudioInput = EVisAVisAudioInput::Pushed;
  it->bPublishToLiveLink = false;
  CHECK(it->StartConversation());
  int readings = 0;
  it->OnPoseRead.AddLambda([&readings](const FString&, float) { ++readings; });
  CHECK(scene.Play(120, [&] { return it->GetFacePose(EVisAVisParticipant::A).bValid; }));  // nobody has spoken yet
  CHECK(it->SetPoseText(TEXT("they stand 80 cm apart")));
  CHECK(it->SetGazeObject(TEXT("lamp"), FVector(0, 0, 100), 0.5f));
  CHECK(it->AddRoleSpan(EVisAVisParticipant::A, 0, 5));
  CHECK(!it->AddRoleSpan(EVisAVisParticipant::A, 5, 1));
  TArray<float> samples;
  for (int i = 0; i < 8000; ++i) samples.Add(0.3f * static_cast<float>(std::sin(i * 0.08)));
  CHECK(it->PushAudio(EVisAVisParticipant::A, samples) == 8000);
  CHECK(scene.Play(120, [&] { return readings > 0; }));
  CHECK(it->RemoveGazeObject(TEXT("lamp")));
  it->FinishConversation();
  CHECK(scene.Play(120, [&] { return scene.finished > 0; }));
  CHECK(scene.failed == 0);
  it->EndPlay(EEndPlayReason::Quit);
}

TEST("service: what a submix plays becomes the mixed track") {
  if (!HasService()) return;
  FScene scene(TEXT("Submix"));
  UVisAVisConversationComponent* it = scene.conversation;
  it->AudioInput = EVisAVisAudioInput::Submix;
  it->bPublishToLiveLink = false;
  CHECK(it->StartConversation());
  FAudioDevice* device = scene.host->World->Device;
#if UE_VERSION_OLDER_THAN(5, 4, 0)
  CHECK(device->Listener != nullptr);
#else
  CHECK(device->Listener.IsValid() && !device->Listener->GetListenerName().IsEmpty());
#endif
  std::vector<float> stereo(2 * 800);
  int64 played = 0;
  CHECK(scene.Play(120, [&] {
    for (int i = 0; i < 800; ++i, ++played) {
      stereo[2 * i] = stereo[2 * i + 1] = 0.3f * static_cast<float>(std::sin(static_cast<double>(played) * 0.03));
    }
    device->Listener->OnNewSubmixBuffer(nullptr, stereo.data(), 1600, 2, 48000, 0);
    return it->GetFacePose(EVisAVisParticipant::A).bValid && it->GetPlaybackSeconds() > 0.5;
  }));
  it->EndPlay(EEndPlayReason::Quit);
#if UE_VERSION_OLDER_THAN(5, 4, 0)
  CHECK(device->Listener == nullptr);
#else
  CHECK(!device->Listener.IsValid());
#endif
}

}  // namespace

int main(int argc, char** argv) {
  IVisAVisModule::Get();  // an engine loads its modules first
  return check_harness::Main(argc, argv);
}
