#include "../check.h"

int main(int argc, char** argv) { return check_harness::Main(argc, argv); }
