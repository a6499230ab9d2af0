// The four journeys in a plain frame of a page on another site, which gives it no storage.

import { frame } from "./support/deliveries.mjs";
import { journeys } from "./support/reizen.mjs";

journeys(frame);
