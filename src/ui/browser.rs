//! The only file that touches the browser.

use gloo::events::{EventListener, EventListenerOptions};
use web_sys::wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

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

/// The text that a field now has.
pub(crate) fn text(event: &yew::InputEvent) -> Option<String> {
    let target = event.target()?;
    let field = target.dyn_ref::<web_sys::HtmlInputElement>().map(web_sys::HtmlInputElement::value);
    field.or_else(|| {
        target.dyn_ref::<web_sys::HtmlTextAreaElement>().map(web_sys::HtmlTextAreaElement::value)
    })
}

/// What stands in the address from `#`.
pub(crate) fn address() -> String {
    gloo::utils::window().location().hash().unwrap_or_default()
}

/// Calls when what stands after `#` changes; for as long as what it returns lives.
pub(crate) fn on_address(call: impl Fn() + 'static) -> impl FnOnce() {
    let window = gloo::utils::window();
    let listener = EventListener::new(&window, "hashchange", move |_| call());
    move || drop(listener)
}

/// Calls with "again?" when someone presses Ctrl+Z, Ctrl+Y or Ctrl+Shift+Z outside a field.
pub(crate) fn on_undo_keys(call: impl Fn(bool) + 'static) -> impl FnOnce() {
    let options = EventListenerOptions::enable_prevent_default();
    let document = gloo::utils::document();
    let listener = EventListener::new_with_options(&document, "keydown", options, move |event| {
        let Some(key) = event.dyn_ref::<web_sys::KeyboardEvent>() else { return };
        if !(key.ctrl_key() || key.meta_key()) || key.alt_key() || is_typing(event) {
            return;
        }
        let redo = match &*key.key().to_lowercase() {
            "z" => key.shift_key(),
            "y" => true,
            _ => return,
        };
        event.prevent_default();
        call(redo);
    });
    move || drop(listener)
}

/// Whether the keys go to a text.
fn is_typing(event: &web_sys::Event) -> bool {
    let Some(target) = event.target() else { return false };
    let text = target.dyn_ref::<web_sys::HtmlInputElement>().is_some_and(|it| it.type_() == "text");
    text || target.dyn_ref::<web_sys::HtmlTextAreaElement>().is_some()
}

/// Shows the top of the page.
pub(crate) fn go_to_top() {
    gloo::utils::window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Writes what stands after `#`, as a new step of the back button or over the present one.
pub(crate) fn set_address(address: &str, new_step: bool) {
    let now = self::address();
    if now == address {
        return;
    }
    // A link to a section has made its step already; this only completes its address.
    let new_step = new_step && !address.starts_with(&now);
    let Ok(history) = gloo::utils::window().history() else { return };
    // Some hosts refuse; then the address stays as it is and nothing else changes.
    let _ = if new_step {
        history.push_state_with_url(&JsValue::NULL, "", Some(address))
    } else {
        history.replace_state_with_url(&JsValue::NULL, "", Some(address))
    };
}

/// The whole address of this page with another part after `#`.
pub(crate) fn full_address(after: &str) -> String {
    let location = gloo::utils::window().location();
    let href = location.href().unwrap_or_default();
    let page = href.split('#').next().unwrap_or_default();
    format!("{page}{after}")
}

/// Selects the text of a field and copies it; false where the browser does not allow that.
pub(crate) fn copy(id: &str) -> bool {
    let document = gloo::utils::document();
    let field = document.get_element_by_id(id);
    let Some(field) = field.and_then(|it| it.dyn_into::<web_sys::HtmlInputElement>().ok()) else {
        return false;
    };
    field.select();
    let document = document.dyn_into::<web_sys::HtmlDocument>().ok();
    document.is_some_and(|document| document.exec_command("copy").unwrap_or(false))
}
