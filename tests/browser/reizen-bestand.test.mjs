// The four journeys on the single file, from a read-only folder without any server.

import { singleFile } from "./support/deliveries.mjs";
import { journeys } from "./support/reizen.mjs";

journeys(singleFile);
