// The four journeys on the folder, under a sub-path of a strict host.

import { folder } from "./support/deliveries.mjs";
import { journeys } from "./support/reizen.mjs";

journeys(folder);
