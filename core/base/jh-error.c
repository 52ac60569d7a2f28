#include "jh-error.h"

#include <errno.h>

G_DEFINE_QUARK (jh - error - quark, jh_error)

static const struct
{
  int value;
  JhErrorCode code;
  const char *reason;
} known[] = {
  { ENOSPC, JH_ERROR_FULL, "磁盘已满" },
  { EDQUOT, JH_ERROR_FULL, "磁盘配额已用完" },
  { EFBIG, JH_ERROR_FULL, "文件超过了允许的大小" },
  { EACCES, JH_ERROR_READ_ONLY, "没有权限" },
  { EPERM, JH_ERROR_READ_ONLY, "没有权限" },
  { EROFS, JH_ERROR_READ_ONLY, "所在磁盘是只读的" },
  { ENOENT, JH_ERROR_NOT_FOUND, "不存在" },
  { ENOTDIR, JH_ERROR_NOT_FOUND, "路径中有一段不是文件夹" },
  { EEXIST, JH_ERROR_EXISTS, "同名的文件已经存在" },
  { EISDIR, JH_ERROR_DATA, "这是一个文件夹，不是文件" },
  { ENAMETOOLONG, JH_ERROR_DATA, "文件名太长" },
  { ELOOP, JH_ERROR_DATA, "链接绕成了圈" },
  { EMFILE, JH_ERROR_IO, "同时打开的文件太多" },
  { EIO, JH_ERROR_IO, "磁盘读写出错" },
};

JhErrorCode
jh_error_from_errno (int saved_errno)
{
  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (known[i].value == saved_errno)
      return known[i].code;
  return JH_ERROR_IO;
}

const char *
jh_error_reason (int saved_errno)
{
  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (known[i].value == saved_errno)
      return known[i].reason;
  return "系统拒绝了这次操作";
}
