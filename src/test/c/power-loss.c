/*
 * Preloaded into a process (LD_PRELOAD), writes down in LOA_POWER_JOURNAL what the process does to the files of its
 * database, in order: what it writes, where, and when it is told that all before is on the disk. From that the test makes
 * the files as a machine may find them that lost its power at any moment.
 *
 * A record: op (1 write, 2 sync, 3 truncate), file (1 database, 2 log), two bytes nothing, length (4), offset (8), the bytes.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static int journal = -1;

static void __attribute__((constructor)) begin(void) {
  const char *path = getenv("LOA_POWER_JOURNAL");
  if (path) journal = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static int ends(const char *text, ssize_t length, const char *end) {
  size_t n = strlen(end);
  return length >= (ssize_t)n && memcmp(text + length - n, end, n) == 0;
}

static uint8_t file_of(int fd) {
  char link[64], path[4096];
  if (journal < 0 || fd == journal) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path);
  if (length < 0) return 0;
  return ends(path, length, "/loa.db") ? 1 : ends(path, length, "/loa.db-wal") ? 2 : 0;
}

static void note(uint8_t op, uint8_t file, uint64_t offset, const void *bytes, uint32_t length) {
  struct { uint8_t op, file, a, b; uint32_t length; uint64_t offset; } head = {op, file, 0, 0, length, offset};
  struct iovec parts[2] = {{&head, sizeof head}, {(void *)bytes, length}};
  if (writev(journal, parts, 2) != (ssize_t)(sizeof head + length)) abort();
}

#define REAL(type, name, ...) static type (*real)(__VA_ARGS__); if (!real) real = dlsym(RTLD_NEXT, name)

ssize_t write(int fd, const void *bytes, size_t length) {
  REAL(ssize_t, "write", int, const void *, size_t);
  uint8_t file = file_of(fd);
  off_t at = file ? lseek(fd, 0, SEEK_CUR) : 0;
  ssize_t done = real(fd, bytes, length);
  if (file && done > 0) note(1, file, at, bytes, done);
  return done;
}

#define POSITIONED(name) \
  ssize_t name(int fd, const void *bytes, size_t length, off_t at) { \
    REAL(ssize_t, #name, int, const void *, size_t, off_t); \
    uint8_t file = file_of(fd); \
    ssize_t done = real(fd, bytes, length, at); \
    if (file && done > 0) note(1, file, at, bytes, done); \
    return done; \
  }
POSITIONED(pwrite)
POSITIONED(pwrite64)

#define SYNC(name) \
  int name(int fd) { \
    REAL(int, #name, int); \
    uint8_t file = file_of(fd); \
    int done = real(fd); \
    if (file && done == 0) note(2, file, 0, "", 0); \
    return done; \
  }
SYNC(fsync)
SYNC(fdatasync)

#define TRUNCATE(name) \
  int name(int fd, off_t size) { \
    REAL(int, #name, int, off_t); \
    uint8_t file = file_of(fd); \
    int done = real(fd, size); \
    if (file && done == 0) note(3, file, size, "", 0); \
    return done; \
  }
TRUNCATE(ftruncate)
TRUNCATE(ftruncate64)
