//! Lays out target/site: what a static host serves as it is, from any path.
//!
//! What the page itself loads stands in `assets/` under a name with a hash, so that it may be kept for ever and no
//! two releases mix. index.html pins the script by its hash, and the script pins the module. The module is not
//! preloaded: no browser matches a preload with a request that carries a hash, and it would come twice.

mod pinned;
mod release;
mod scripts;

use std::path::Path;
use std::time::Instant;

use pinned::Pinned;
pub(crate) use release::Release;
pub(crate) use scripts::script;

use crate::hash::sri;
use crate::modules::{API, PAGE};
use crate::{Outcome, css, disk, first_page, paths, steps};

/// Where the policy goes in index.html.
const POLICY_PLACE: &str = "  <!-- beleid:";

/// The list of files, for whoever wants to check them.
pub(crate) const LIST: &str = "versie.json";

/// Filled in by the administrator, so no part of a release.
pub(crate) const HOSTS: &str = "insluiters.txt";

/// The worker's own address may not change with its release.
const WORKER: &str = "sw.js";

/// Builds the page and the API.
pub(crate) fn build() -> Outcome {
    let start = Instant::now();
    let site = paths::site();
    disk::remove_folder(&site)?;
    disk::copy_folder(&paths::www(), &site, &["css", "page", "fonts", "model.d.ts", WORKER])?;
    only_known_kinds(&site)?;
    disk::copy(&paths::root().join("LICENSE"), &site.join("LICENSE.txt"))?;
    let of_font = paths::www().join("fonts").join("OFL.txt");
    disk::copy(&of_font, &site.join("LICENSE-lettertype.txt"))?;
    // Each module ends in minutes of one processor's work, so both are made at the same time.
    let page = std::thread::scope(|scope| {
        let api = scope.spawn(lay_out_api);
        let page = scope.spawn(first_page);
        PAGE.build(&scripts::folder())?;
        api.join().unwrap_or_else(|_| Err("het bouwen van de API stopte.".into()))?;
        page.join().unwrap_or_else(|_| Err("het rekenen voor index.html stopte.".into()))
    })?;
    lay_out_page(&site, &page)?;
    println!("target/site is klaar in {}.", steps::duration(start.elapsed()));
    Ok(())
}

/// What an editor or a system leaves behind has no place in a release.
fn only_known_kinds(site: &Path) -> Outcome {
    const KINDS: [&str; 5] = ["html", "js", "json", "ts", "txt"];
    let kind = |name: &str| name.rsplit_once('.').map_or("", |(_, kind)| kind).to_owned();
    match disk::files(site)?.into_iter().find(|name| !KINDS.contains(&&*kind(name))) {
        Some(name) => Err(format!("www/{name} hoort niet in de site.")),
        None => Ok(()),
    }
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
    disk::copy(&paths::www().join("model.d.ts"), &folder.join("model.d.ts"))
}

/// index.html with the amounts of the proposal.
fn first_page() -> Outcome<String> {
    first_page::with_amounts(&disk::read(&paths::root().join("index.html"))?)
}

/// The files of the page, each with the hash of the ones that it loads.
fn lay_out_page(site: &Path, page: &str) -> Outcome {
    let parts = Parts::read(with_policy(page)?)?;
    let release = Release::of(&parts.inputs());
    let font = Pinned::new("noto-sans-latin", "woff2", parts.font);
    let module = Pinned::new("pagina", "wasm", parts.module);
    let style = Pinned::new(
        "bijdragewijzer",
        "css",
        parts.style.replace("noto-sans-latin.woff2", &font.name()).into_bytes(),
    );
    let script = script(&release.with_module(&module))?;
    let script = Pinned::new("pagina", "js", script.into_bytes());
    let mut page = parts.page;
    for (file, pinned) in [(&font, false), (&style, false), (&script, true)] {
        page = file.placed_in(&page, pinned)?;
    }
    disk::write(&site.join("index.html"), page.as_bytes())?;
    for file in [&font, &module, &style, &script] {
        disk::write(&site.join(file.path()), file.bytes())?;
    }
    let kept = [&font, &module, &style, &script].map(|file| (file.path(), sri(file.bytes())));
    let page = ("index.html".to_owned(), sri(page.as_bytes()));
    let worker = release.worker(&parts.worker, &[&[page][..], &kept].concat());
    disk::write(&site.join(WORKER), worker.as_bytes())?;
    disk::write(&site.join(LIST), release.list(site)?.as_bytes())
}

/// What a release is made of.
struct Parts {
    page: String,
    scripts: [String; 2],
    worker: String,
    style: String,
    font: Vec<u8>,
    module: Vec<u8>,
}

impl Parts {
    fn read(page: String) -> Outcome<Self> {
        let www = paths::www();
        Ok(Self {
            page,
            scripts: scripts::parts()?,
            worker: disk::read(&www.join(WORKER))?,
            style: css::bundle(&www.join("css"))?,
            font: disk::read_bytes(&www.join("fonts/noto-sans-latin.woff2"))?,
            module: disk::read_bytes(&scripts::folder().join("pagina_bg.wasm"))?,
        })
    }

    /// Everything that decides what the page does and shows.
    fn inputs(&self) -> [&[u8]; 7] {
        let [glue, scripts] = &self.scripts;
        let texts = [&self.page, glue, scripts, &self.worker, &self.style];
        let [page, glue, scripts, worker, style] = texts.map(|text| text.as_bytes());
        [page, glue, scripts, worker, style, &self.font, &self.module]
    }
}

/// The policy of the header as a floor for a server that sends none.
fn with_policy(page: &str) -> Outcome<String> {
    let (before, rest) = page
        .split_once(POLICY_PLACE)
        .ok_or_else(|| format!("in index.html ontbreekt de regel {}.", POLICY_PLACE.trim()))?;
    let (_, after) = rest.split_once("-->").ok_or("de regel met het beleid houdt niet op.")?;
    Ok(format!("{before}  {}{after}", policy_meta(&crate::policy::line())))
}

/// The element that carries a policy.
pub(crate) fn policy_meta(policy: &str) -> String {
    format!("<meta http-equiv=\"content-security-policy\" content=\"{policy}\">")
}
