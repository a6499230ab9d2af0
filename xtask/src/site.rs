//! Lays out target/site: what a static host serves as it is, from any path.

use std::time::Instant;

use crate::modules::{API, PAGE};
use crate::{Outcome, css, disk, first_page, paths, steps};

/// The one stylesheet of the page, made of all files in www/css.
const STYLESHEET: &str = "css/bijdragewijzer.css";

/// Builds the page and the API.
pub(crate) fn build() -> Outcome {
    let start = Instant::now();
    let site = paths::site();
    let page = first_page::with_amounts(&disk::read(&paths::root().join("index.html"))?)?;
    disk::remove_folder(&site)?;
    disk::copy_folder(&paths::www(), &site, &["css"])?;
    disk::write(&site.join("index.html"), page.as_bytes())?;
    disk::copy_if_present(&paths::root().join("LICENSE"), &site.join("LICENSE.txt"))?;
    disk::write(&site.join(STYLESHEET), css::bundle(&paths::www().join("css"))?.as_bytes())?;
    PAGE.build(&site)?;
    lay_out_api()?;
    println!("target/site is klaar in {}.", steps::duration(start.elapsed()));
    Ok(())
}

/// Builds the API alone, beside whatever stands in target/site.
pub(crate) fn build_api() -> Outcome {
    let start = Instant::now();
    lay_out_api()?;
    println!("target/site/api is klaar in {}.", steps::duration(start.elapsed()));
    Ok(())
}

fn lay_out_api() -> Outcome {
    let folder = paths::site().join("api");
    disk::remove_folder(&folder)?;
    disk::make_folder(&folder)?;
    API.build(&folder)?;
    disk::copy_if_present(&paths::www().join("model.d.ts"), &folder.join("model.d.ts"))
}
