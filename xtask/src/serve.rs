//! Serves target/site as a strict host would: right media types, the content policy, nothing cached.

use std::fs::File;
use std::io::Cursor;
use std::path::{Component, Path, PathBuf};

use tiny_http::{Header, Method, Request, Response, ResponseBox, Server};

use crate::media::media_type;
use crate::{Outcome, paths, policy};

pub(crate) const DEFAULT_PORT: u16 = 8080;

/// Serves until it is stopped. Port 0 takes any free port.
pub(crate) fn serve(port: u16) -> Outcome {
    let site = paths::site();
    if !site.join("index.html").is_file() {
        return Err("target/site is er nog niet; bouw eerst met cargo xtask build.".into());
    }
    let server = Server::http(("127.0.0.1", port)).map_err(|error| {
        format!("poort {port} is niet te gebruiken ({error}); kies een andere met --port N.")
    })?;
    let address = server.server_addr().to_ip().ok_or("de server heeft geen adres.")?;
    println!("Bijdragewijzer staat op http://{address}/ (stoppen: Ctrl+C)");
    for request in server.incoming_requests() {
        let response = answer(&site, &request);
        // A browser that walked away is no fault of ours.
        drop(request.respond(response));
    }
    Ok(())
}

fn answer(site: &Path, request: &Request) -> ResponseBox {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return text(405, "Alleen lezen");
    }
    let Some(mut path) = local_path(site, request.url()) else {
        return text(400, "Dit adres is niet te lezen");
    };
    if path.is_dir() {
        path.push("index.html");
    }
    let Ok(file) = File::open(&path) else {
        return text(404, "Niet gevonden");
    };
    with_headers(Response::from_file(file).boxed(), media_type(&path))
}

/// The file that an address means, or nothing when it points outside the site.
fn local_path(site: &Path, address: &str) -> Option<PathBuf> {
    let address = address.split(['?', '#']).next().unwrap_or_default();
    let decoded = percent_decode(address)?;
    let relative = Path::new(decoded.trim_start_matches('/'));
    let inside = relative.components().all(|part| matches!(part, Component::Normal(_)));
    inside.then(|| site.join(relative))
}

fn percent_decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

fn text(status: u16, sentence: &str) -> ResponseBox {
    let body = Cursor::new(sentence.as_bytes().to_vec());
    let length = Some(sentence.len());
    let response = Response::new(status.into(), Vec::new(), body, length, None).boxed();
    with_headers(response, "text/plain; charset=utf-8")
}

fn with_headers(mut response: ResponseBox, media_type: &str) -> ResponseBox {
    let policy = policy::line();
    let headers = [
        ("Content-Type", media_type),
        ("Content-Security-Policy", policy.as_str()),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("Cache-Control", "no-cache"),
    ];
    for (name, value) in headers {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_never_leaves_the_site() {
        let site = Path::new("site");
        for address in
            ["/../geheim", "/a/../../geheim", "/%2e%2e/geheim", "//../geheim", "/%zz", "/%ff"]
        {
            assert_eq!(local_path(site, address), None, "{address}");
        }
    }

    #[test]
    fn an_address_means_a_file_with_or_without_a_query() {
        let site = Path::new("site");
        assert_eq!(local_path(site, "/api/rekenkern.js?v=1"), Some(site.join("api/rekenkern.js")));
        assert_eq!(local_path(site, "/"), Some(site.join("")));
        assert_eq!(local_path(site, "/a%20b.txt"), Some(site.join("a b.txt")));
    }
}
