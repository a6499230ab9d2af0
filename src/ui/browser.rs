//! The only file that touches the browser.

use web_sys::{Element, HtmlElement, wasm_bindgen::JsCast};

/// The place in index.html where the page goes.
pub(crate) fn mount_point() -> Option<Element> {
    gloo::utils::document().get_element_by_id("app")
}

/// Moves the focus to the element with this id; nothing happens when it is not there.
pub(crate) fn focus(id: &str) {
    let element = gloo::utils::document().get_element_by_id(id);
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // A browser that refuses focus leaves it where it was: no fault of the page.
        let _ = element.focus();
    }
}

/// The title of the window.
pub(crate) fn title(title: &str) {
    gloo::utils::document().set_title(title);
}

/// The value that a select now has.
pub(crate) fn selected(event: &yew::Event) -> Option<String> {
    let target = event.target()?;
    target.dyn_into::<web_sys::HtmlSelectElement>().ok().map(|select| select.value())
}

/// Whether a checkbox is now ticked.
pub(crate) fn checked(event: &yew::Event) -> Option<bool> {
    let target = event.target()?;
    target.dyn_into::<web_sys::HtmlInputElement>().ok().map(|input| input.checked())
}

/// Opens the browser's print dialog, where there is one.
pub(crate) fn print() {
    let _ = gloo::utils::window().print();
}
