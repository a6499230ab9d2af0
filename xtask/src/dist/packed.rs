//! Packed copies beside the files of the site, for a server that hands those out.

use std::io::Write;
use std::path::Path;

use flate2::{Compression, GzBuilder};

use crate::{Outcome, disk};

/// Endings of what packing makes smaller; a font is packed already.
const WORTH_IT: [&str; 8] = [".html", ".css", ".js", ".wasm", ".json", ".ts", ".txt", ".svg"];

/// A packed file below this size saves less than its header costs.
const SMALLEST: usize = 1000;

/// Writes a `.br` and a `.gz` beside every file that is worth it.
pub(super) fn beside(site: &Path) -> Outcome {
    for name in disk::files(site)? {
        let bytes = disk::read_bytes(&site.join(&name))?;
        if bytes.len() < SMALLEST || !WORTH_IT.iter().any(|ending| name.ends_with(ending)) {
            continue;
        }
        disk::write(&site.join(format!("{name}.br")), &brotli(&bytes)?)?;
        disk::write(&site.join(format!("{name}.gz")), &gzip(&bytes)?)?;
    }
    Ok(())
}

fn brotli(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 24,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &parameters)
        .map_err(|error| format!("inpakken met brotli: {error}"))?;
    Ok(packed)
}

/// Without name and time, so that the same file gives the same bytes.
fn gzip(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let mut packer = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    let packed = packer.write_all(bytes).and_then(|()| packer.finish());
    packed.map_err(|error| format!("inpakken met gzip: {error}"))
}
