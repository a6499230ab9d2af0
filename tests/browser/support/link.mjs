// Links as the page writes them.

import { crc32 } from "node:zlib";

/** A link with a right check: seven digits of base 36 over everything before its point. */
export const checked = (link) => `${link}.${crc32(link).toString(36).padStart(7, "0")}`;
