//! What is timed: the whole grid or one scenario, through the core or in bare cents.

use std::hint::black_box;

use bijdragewijzer::model::bereken;
use bijdragewijzer::publicatie::Publicatie;

use crate::kaal::{self, Getallen};
use crate::raster::{self, Geval};

/// The place in the grid of the proposal under the default key: the last combination, the first wijze and key.
const VOORSTEL: usize = 7 * 3 * 3;

/// A publicatie and its grid, ready for both engines.
pub struct Opgave {
    publicatie: Publicatie,
    getallen: Getallen,
    gevallen: Vec<Geval>,
}

impl Opgave {
    pub fn new(deelnemers: usize) -> Self {
        let publicatie = raster::publicatie(deelnemers);
        Self {
            getallen: Getallen::new(&publicatie),
            gevallen: raster::gevallen(&publicatie),
            publicatie,
        }
    }

    fn kern(&self, geval: &Geval) -> i128 {
        raster::som(&bereken(&self.publicatie, black_box(&geval.scenario)))
    }

    fn kaal(&self, geval: &Geval) -> i128 {
        kaal::bereken(&self.getallen, black_box(&geval.keuze)).som()
    }

    /// The whole grid through the core; all its amounts added up.
    pub fn raster_kern(&self) -> i128 {
        self.gevallen.iter().map(|geval| self.kern(geval)).sum()
    }

    /// The whole grid in bare cents.
    pub fn raster_kaal(&self) -> i128 {
        self.gevallen.iter().map(|geval| self.kaal(geval)).sum()
    }

    /// The proposal through the core.
    pub fn een_kern(&self) -> i128 {
        self.gevallen.get(VOORSTEL).map_or(0, |geval| self.kern(geval))
    }

    /// The proposal in bare cents.
    pub fn een_kaal(&self) -> i128 {
        self.gevallen.get(VOORSTEL).map_or(0, |geval| self.kaal(geval))
    }
}
